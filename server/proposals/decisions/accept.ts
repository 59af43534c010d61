import type { Proposal } from '../../../graph-schema/proposal.ts';
import type { Step } from '../../changes/steps.ts';
import type { Tx } from '../../graph/graph.ts';
import type { ProposalDeps } from '../deps.ts';
import { type Changed, decide } from './decide.ts';
import { conceptSteps } from './effects/concept-steps.ts';
import { linkStep } from './effects/link-step.ts';
import { mergeSteps } from './effects/merge-steps.ts';
import { sceneSteps } from './effects/scene-steps.ts';
import { splitSteps } from './effects/split-steps.ts';
import { relativeEvidence } from './relative-evidence.ts';

/**
 * Makes what was proposed: a link with the proposal's quotes, the drafted scene with links from its sources, a scene that is called for by every note that tells the idea.
 * @throws AppError not_found, already_decided
 */
export async function acceptProposals(deps: ProposalDeps, ids: readonly string[]): Promise<Changed> {
  return decide(deps, ids, { kind: 'accept', state: 'accepted', steps: effectOf });
}

async function effectOf(proposal: Proposal, tx: Tx): Promise<Step[]> {
  const places = await relativeEvidence(tx, proposal.id);
  switch (proposal.kind) {
    case 'scene':
      return sceneSteps(proposal, places);
    case 'split':
      return splitSteps(tx, proposal, places);
    case 'merge':
      return mergeSteps(tx, proposal);
    case 'concept':
      return conceptSteps(tx, proposal, places);
    default:
      return [linkStep(proposal, places)];
  }
}
