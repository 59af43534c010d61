import { z } from 'zod';
import type { FindEvidence } from '../evidence/find-evidence.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';
import type { ProposeDeps } from '../deps.ts';
import { pairKey } from '../pair-key.ts';
import { type Dropped, countDropped } from './dropped.ts';
import { linkRow, type MadeFrom } from './link-rows.ts';
import type { ProposalRow } from './proposal-row.ts';
import { readDecidedPairs } from './proposals.cypher.ts';
import type { RankedPair } from './rank-links.ts';
import { storeProposals } from './write-proposals.ts';

const Decided = z.object({
  from: z.string(),
  to: z.string(),
  state: z.enum(['accepted', 'rejected']),
  reason: z.string().nullable(),
  texts: z.array(z.string()).nullable(),
  roots: z.array(z.string()).nullable(),
});
type Decided = z.infer<typeof Decided>;

/** Decisions by `pairKey`: one holds for the pair in both directions. */
export type DecidedPairs = ReadonlyMap<string, Decided>;

export async function readDecided(deps: Pick<ProposeDeps, 'graph'>): Promise<DecidedPairs> {
  const rows = await deps.graph.read((tx) => tx.run(readDecidedPairs));
  return new Map(
    z
      .array(Decided)
      .parse(rows)
      .map((decision) => [pairKey(decision.from, decision.to), decision]),
  );
}

export interface LinkStore {
  index: CorpusIndex;
  findEvidence: FindEvidence;
  decided: DecidedPairs;
}

/** Stores the best `most` of ranked pairs that have quotes and are not decided, and past these what closes a gap. */
export async function storeLinks(
  graph: ProposeDeps['graph'],
  { index, findEvidence, decided }: LinkStore,
  ranked: readonly RankedPair[],
  { most, ...made }: MadeFrom & { most: number },
): Promise<{ ids: string[]; dropped: Dropped }> {
  const dropped: Dropped = {};
  const rows: ProposalRow[] = [];
  for (const pair of ranked) {
    if (rows.length >= most && !pair.closes) continue;
    const decision = decided.get(pairKey(idOf(index, pair.source), idOf(index, pair.target)));
    const lost = decision === undefined ? [] : lostQuotes(index, decision);
    if (decision !== undefined && lost.length === 0) countDropped(dropped, decision.state);
    else {
      const shown = linkRow(index, pair, findEvidence, made);
      if ('row' in shown) rows.push(lost.length === 0 ? shown.row : { ...shown.row, returnedTexts: lost });
      else countDropped(dropped, shown.dropped);
    }
  }
  return { ids: await storeProposals(graph, rows), dropped };
}

/** Said of the pair, whatever is quoted for it. */
const forGood: ReadonlySet<string | null> = new Set(['trivial', 'duplicate']);

/** The quotes of a rejected pair that stand in their notes no longer: it was rejected for words that are gone. None for one that stays decided. */
function lostQuotes({ corpus }: CorpusIndex, { state, reason, texts, roots }: Decided): string[] {
  if (state !== 'rejected' || forGood.has(reason)) return [];
  const textOf = (root: string | undefined) => corpus.notes.find(({ id }) => id === root)?.text;
  return (texts ?? []).filter((words, at) => textOf(roots?.[at])?.includes(words) === false);
}

function idOf(index: CorpusIndex, at: number): string {
  return index.corpus.notes[at]?.id ?? '';
}
