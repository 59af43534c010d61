import type { ProposalId } from '../../graph-schema/ids.ts';
import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import { findingRow } from './kinds/finding-row.ts';
import { readProposal } from './queue/read-proposals.ts';
import { storeProposals, tidyQueue } from './queue/write-proposals.ts';
import { proposalIdOf } from './queue/proposal-row.ts';

/** One side of a link that a person thinks of: its note, and the words that it came from; offsets into the passage's text. */
export interface PairSide {
  rootId: string;
  passageId: string;
  start: number;
  end: number;
  text: string;
}

/** `linked`: the notes are linked by now; `decided`: a person has decided on the pair already. Then nothing waits. */
export interface ProposedPair {
  id: ProposalId;
  state: 'waiting' | 'linked' | 'decided';
}

const version = 'person-1';

/** A link between two notes that a person wants to decide on, with the quotes that it came from: it waits in the queue, before what was found. */
export async function proposePair(
  deps: { graph: Graph; events: FieldEvents },
  { from, to }: { from: PairSide; to: PairSide },
): Promise<ProposedPair> {
  const quotes = [quoteOf('from', from), quoteOf('to', to)];
  const ends = { from: from.rootId, to: to.rootId };
  const row = findingRow('link', { ...ends, score: 1, signals: { person: 1 }, quotes }, version);
  const id = proposalIdOf('link', ends.from, ends.to);
  const waiting = await storeProposals(deps.graph, [row]);
  if (waiting.length === 0) return { id, state: 'decided' };
  await tidyQueue(deps.graph, 'link');
  deps.events.publish({ type: 'proposals' });
  const { state } = await readProposal(deps, id);
  return { id, state: state === 'stale' ? 'linked' : 'waiting' };
}

function quoteOf(side: 'from' | 'to', { rootId, ...quote }: PairSide) {
  return { side, root: rootId, ...quote };
}
