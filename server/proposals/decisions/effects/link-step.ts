import type { Proposal } from '../../../../graph-schema/proposal.ts';
import type { Step } from '../../../changes/steps.ts';
import { deriveId } from '../../../vault/ids.ts';
import { type Places, quotesOf } from '../relative-evidence.ts';

/** The link between the two scenes, of the proposed relation, with all quotes. */
export function linkStep(proposal: Proposal, places: Places): Step {
  const scene = (id: string) => ({ label: 'Scene' as const, id });
  return {
    type: 'hold_link',
    link: {
      kind: proposal.relation,
      origin: 'model',
      from: scene(proposal.from.id),
      to: scene(proposal.to.id),
    },
    holder: `proposal:${proposal.id}`,
    props: {
      id: deriveId('link', proposal.from.id, proposal.relation, proposal.to.id, 'model'),
      acceptedBy: 'person',
      proposalId: proposal.id,
      modelId: proposal.model ?? proposal.models[0] ?? null,
      ...quotesOf(places),
    },
  };
}
