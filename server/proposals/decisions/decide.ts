import { AppError } from '../../../graph-schema/app-error.ts';
import type { ChangeKind } from '../../../graph-schema/change.ts';
import type { Proposal, ProposalKind, ProposalState } from '../../../graph-schema/proposal.ts';
import { commitChange } from '../../changes/commit-change.ts';
import type { Step } from '../../changes/steps.ts';
import type { Tx } from '../../graph/graph.ts';
import type { ProposalDeps } from '../deps.ts';
import { readOne } from '../queue/read-proposals.ts';
import { settle } from '../queue/write-proposals.ts';

export type Changed = { id: string; state: ProposalState }[];

export interface Decision {
  kind: Extract<ChangeKind, 'accept' | 'reject' | 'later' | 'edit'>;
  state: ProposalState;
  /** what the decision does besides changing the proposal's state */
  steps: (proposal: Proposal, tx: Tx) => Promise<Step[]> | Step[];
  /** it can also be said of what was set aside because its quotes changed */
  takesStale?: boolean;
  /** further properties of the proposal that it sets */
  sets?: Record<string, string | null>;
}

/**
 * Decides proposals together: one transaction and one entry in the log, so that one undo takes all of it back. All or none.
 * @throws AppError not_found, already_decided (values.id, values.state)
 */
export async function decide(
  { graph, events }: ProposalDeps,
  ids: readonly string[],
  decision: Decision,
): Promise<Changed> {
  const all = [...new Set(ids)];
  if (all.length === 0) return [];
  const number = await graph.write((tx) => decideIn(tx, all, decision));
  events?.publish({ type: 'change', number, kind: decision.kind });
  events?.publish({ type: 'proposals' });
  if (decision.kind === 'accept') events?.publish({ type: 'field' });
  return all.map((id) => ({ id, state: decision.state }));
}

async function decideIn(
  tx: Tx,
  ids: readonly string[],
  { kind, state, steps, sets = {}, takesStale = false }: Decision,
): Promise<number> {
  const after = { ...sets, state, decidedAt: new Date().toISOString(), decidedBy: 'person' };
  const all: Step[] = [];
  const proposals: Proposal[] = [];
  for (const id of ids) {
    const proposal = await readOpen(tx, id, takesStale);
    proposals.push(proposal);
    all.push(...(await steps(proposal, tx)), { type: 'set', node: { label: 'Proposal', id }, after });
  }
  const [first] = proposals;
  const number = await commitChange(tx, {
    kind,
    values: {
      proposal: first?.kind ?? '',
      from: first?.from.title ?? '',
      to: first?.to.title ?? '',
      relation: first?.relation ?? '',
      count: ids.length,
    },
    steps: all,
  });
  // a name that went, or a scene that came, leaves others with nothing to propose
  if (state === 'accepted' && proposals.some(({ kind: of }) => changesNames.has(of))) await settle(tx);
  return number;
}

const changesNames: ReadonlySet<ProposalKind> = new Set(['merge', 'split', 'concept', 'scene']);

/** A proposal that can still be decided: one that waits, or was put off. */
export async function readOpen(tx: Tx, id: string, takesStale = false): Promise<Proposal> {
  const proposal = await readOne(tx, id);
  const isOpen = proposal.state === 'pending' || proposal.state === 'later';
  if (!isOpen && !(takesStale && proposal.state === 'stale')) {
    throw new AppError('already_decided', { values: { id, state: proposal.state } });
  }
  return proposal;
}
