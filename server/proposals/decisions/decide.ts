import { AppError } from '../../../graph-schema/app-error.ts';
import type { ChangeKind } from '../../../graph-schema/change.ts';
import type { Proposal, ProposalState } from '../../../graph-schema/proposal.ts';
import { commitChange } from '../../changes/commit-change.ts';
import type { Step } from '../../changes/steps.ts';
import type { Tx } from '../../graph/graph.ts';
import type { ProposalDeps } from '../deps.ts';
import { readOne } from '../queue/read-proposals.ts';

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

/** Decides proposals one after another, each in one transaction with its entry in the log. @throws AppError not_found, already_decided (values.id, values.state) */
export async function decide(
  { graph, events }: ProposalDeps,
  ids: readonly string[],
  decision: Decision,
): Promise<Changed> {
  const changed: Changed = [];
  for (const id of ids) {
    const number = await graph.write((tx) => decideOne(tx, id, decision));
    changed.push({ id, state: decision.state });
    events?.publish({ type: 'change', number, kind: decision.kind });
  }
  events?.publish({ type: 'proposals' });
  if (decision.kind === 'accept') events?.publish({ type: 'field' });
  return changed;
}

async function decideOne(
  tx: Tx,
  id: string,
  { kind, state, steps, sets = {}, takesStale = false }: Decision,
): Promise<number> {
  const proposal = await readOpen(tx, id, takesStale);
  const own: Step = {
    type: 'set',
    node: { label: 'Proposal', id },
    after: { ...sets, state, decidedAt: new Date().toISOString(), decidedBy: 'person' },
  };
  return commitChange(tx, {
    kind,
    values: {
      proposal: proposal.kind,
      from: proposal.from.title,
      to: proposal.to.title,
      relation: proposal.relation,
    },
    steps: [...(await steps(proposal, tx)), own],
  });
}

/** A proposal that can still be decided: one that waits, or was put off. */
export async function readOpen(tx: Tx, id: string, takesStale = false): Promise<Proposal> {
  const proposal = await readOne(tx, id);
  const isOpen = proposal.state === 'pending' || proposal.state === 'later';
  if (!isOpen && !(takesStale && proposal.state === 'stale')) {
    throw new AppError('already_decided', { values: { id, state: proposal.state } });
  }
  return proposal;
}
