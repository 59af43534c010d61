import {
  acceptProposals,
  editProposal,
  forgetLearning,
  laterProposals,
  listProposals,
  type ProposalDeps,
  previewBatch,
  readProposal,
  rejectProposals,
  reorderLinks,
  viewLearning,
} from '../proposals/index.ts';
import type { Parts } from './open-field.ts';
import type { Services } from './services.ts';

export function composeProposals(
  deps: ProposalDeps,
  { jobs, settings }: Pick<Parts, 'jobs' | 'settings'>,
): Services['proposals'] {
  return {
    list: (input) => listProposals(deps, input),
    read: (id) => readProposal(deps, id),
    propose: (input) => jobs.start('propose', input, { about: input.vault ?? '', priority: 1 }),
    draft: (sceneId) => jobs.start('draft', { sceneId }, { priority: 1 }),
    preview: (ids) => previewBatch(deps, ids),
    accept: (ids) => acceptProposals(deps, ids),
    reject: (ids, reason) => rejectProposals(deps, ids, reason),
    later: (ids) => laterProposals(deps, ids),
    edit: (input) => editProposal(deps, input),
    learned: () => viewLearning(deps),
    forget: () => forgetLearning(deps),
    async learnFromPacks(learns) {
      await settings.update({ learnFromPacks: learns });
      await reorderLinks(deps);
      return viewLearning(deps);
    },
  };
}
