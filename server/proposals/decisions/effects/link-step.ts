import type { LinkKind } from '../../../../graph-schema/link-kinds.ts';
import type { Proposal } from '../../../../graph-schema/proposal.ts';
import type { NodeRef, Step } from '../../../changes/steps.ts';
import { deriveId } from '../../../vault/ids.ts';
import { type Places, type Quotes, quotesOf } from '../relative-evidence.ts';

interface HeldLink {
  from: NodeRef;
  to: NodeRef;
  kind: LinkKind;
  proposalId: string;
  quotes: Quotes;
  /** which model took part; left out where none could */
  modelId?: string | null;
}

/** A link that an accepted proposal holds. */
export function holdLink({ from, to, kind, proposalId, quotes, modelId }: HeldLink): Step {
  return {
    type: 'hold_link',
    link: { kind, origin: 'model', from, to },
    holder: `proposal:${proposalId}`,
    props: {
      id: deriveId('link', from.id, kind, to.id, 'model'),
      acceptedBy: 'person',
      proposalId,
      ...(modelId !== undefined && { modelId }),
      ...quotes,
    },
  };
}

/** The link between the two scenes, of the proposed relation, with all quotes. */
export function linkStep(proposal: Proposal, places: Places): Step {
  return holdLink({
    from: { label: 'Scene', id: proposal.from.id },
    to: { label: 'Scene', id: proposal.to.id },
    kind: proposal.relation,
    proposalId: proposal.id,
    quotes: quotesOf(places),
    modelId: proposal.model ?? proposal.models[0] ?? null,
  });
}
