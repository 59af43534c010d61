import {
  acceptProposals,
  editProposal,
  forgetLearning,
  laterProposals,
  listProposals,
  type ProposalDeps,
  previewBatch,
  proposePair,
  quotePair,
  readProposal,
  rejectProposals,
  reorderLinks,
  viewLearning,
} from '../proposals/index.ts';
import type { Field } from '../field/create-field.ts';
import { findVault } from '../field/find-vault.ts';
import type { Parts } from './open-field.ts';
import type { Services } from './services.ts';

/** Notes around two, beside which their words are rare or common. */
const mostAround = 80;

export function composeProposals(
  deps: ProposalDeps,
  {
    jobs,
    settings,
    field,
    gaps,
  }: Pick<Parts, 'jobs' | 'settings'> & {
    field: Pick<Field, 'neighbourhood'>;
    gaps: Pick<Services['gaps'], 'joining'>;
  },
): Services['proposals'] {
  const { events } = jobs;
  return {
    async list(input) {
      if (!input.across) return listProposals(deps, input);
      // by how much of the gaps each closes
      const vaultId = input.vault === undefined ? undefined : await findVault(deps.graph, input.vault);
      return listProposals(deps, { ...input, first: await gaps.joining({ vaultId }) });
    },
    read: (id) => readProposal(deps, id),
    propose: (input) => jobs.start('propose', input, { about: input.vault ?? '', priority: 1 }),
    async pair({ from, to }) {
      const [a, b] = [
        await field.neighbourhood({ id: from, depth: 1 }),
        await field.neighbourhood({ id: to, depth: 1 }),
      ];
      const around = [...a.ids, ...b.ids].slice(0, mostAround);
      const quotes = await quotePair(deps.graph, { from: a.ids[0] ?? from, to: b.ids[0] ?? to, around });
      return quotes && proposePair({ ...deps, events }, quotes);
    },
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
