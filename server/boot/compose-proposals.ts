import type { Jobs } from '../jobs/jobs.ts';
import {
  acceptProposals,
  editProposal,
  laterProposals,
  listProposals,
  type ProposalDeps,
  readProposal,
  rejectProposals,
} from '../proposals/index.ts';
import type { Services } from './services.ts';

export function composeProposals(deps: ProposalDeps, jobs: Jobs): Services['proposals'] {
  return {
    list: (input) => listProposals(deps, input),
    read: (id) => readProposal(deps, id),
    propose: (input) => jobs.start('propose', input, { about: input.vault ?? '', priority: 1 }),
    draft: (sceneId) => jobs.start('draft', { sceneId }, { priority: 1 }),
    accept: (ids) => acceptProposals(deps, ids),
    reject: (ids, reason) => rejectProposals(deps, ids, reason),
    later: (ids) => laterProposals(deps, ids),
    edit: (input) => editProposal(deps, input),
  };
}
