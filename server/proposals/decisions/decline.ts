import type { ProposalDeps } from '../deps.ts';
import { type Changed, decide } from './decide.ts';

/** The pair does not come back. @throws AppError not_found, already_decided */
export async function rejectProposals(
  deps: ProposalDeps,
  ids: readonly string[],
  reason: string | null,
): Promise<Changed> {
  return decide(deps, ids, {
    kind: 'reject',
    state: 'rejected',
    takesStale: true,
    steps: () => [],
    sets: { rejectReason: reason },
  });
}

/** Sets proposals aside: they wait outside of the queue and can still be decided. @throws AppError not_found, already_decided */
export async function laterProposals(deps: ProposalDeps, ids: readonly string[]): Promise<Changed> {
  return decide(deps, ids, { kind: 'later', state: 'later', steps: () => [] });
}
