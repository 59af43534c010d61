import { createHash } from 'node:crypto';
import type { Proposal } from '../../../graph-schema/proposal.ts';
import type { Step } from '../../changes/steps.ts';
import { deriveId } from '../../vault/ids.ts';
import type { ProposalDeps } from '../deps.ts';
import { type Changed, decide } from './decide.ts';
import { relativeEvidence } from './relative-evidence.ts';

/** Makes what was proposed: a link with the proposal's quotes, or the drafted scene with links from its sources. @throws AppError not_found, already_decided */
export async function acceptProposals(deps: ProposalDeps, ids: readonly string[]): Promise<Changed> {
  return decide(deps, ids, {
    kind: 'accept',
    state: 'accepted',
    steps: async (proposal, tx) => {
      const places = await relativeEvidence(tx, proposal.id);
      return proposal.kind === 'scene' ? sceneSteps(proposal, places) : [linkStep(proposal, places)];
    },
  });
}

type Places = Awaited<ReturnType<typeof relativeEvidence>>;

function linkStep(proposal: Proposal, places: Places): Step {
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
      evidencePassages: places.map(({ passageId }) => passageId),
      evidenceStarts: places.map(({ start }) => start),
      evidenceEnds: places.map(({ end }) => end),
    },
  };
}

/**
 * The draft becomes the scene's text, held by the proposal, with one passage so that it is found and quoted like any other;
 * every scene that it was written from becomes a link from it. When the note is written later, its text takes the place.
 */
function sceneSteps(proposal: Proposal, places: Places): Step[] {
  const body = (proposal.draft ?? []).map(({ text }) => text).join('\n\n');
  const holder = `proposal:${proposal.id}`;
  const scene = { label: 'Scene' as const, id: proposal.to.id };
  const hash = createHash('sha256').update(body).digest('hex');
  const passage = { label: 'Passage' as const, id: deriveId('passage', scene.id, body) };
  const sources = [...new Set(places.map(({ sceneId }) => sceneId))].filter((id) => id !== scene.id);
  const links = sources.map((id): Step => {
    const own = places.filter(({ sceneId }) => sceneId === id);
    return {
      type: 'hold_link',
      link: { kind: 'links_to', origin: 'model', from: scene, to: { label: 'Scene', id } },
      holder,
      props: {
        id: deriveId('link', scene.id, 'links_to', id, 'model'),
        acceptedBy: 'person',
        proposalId: proposal.id,
        modelId: proposal.model,
        evidencePassages: own.map(({ passageId }) => passageId),
        evidenceStarts: own.map(({ start }) => start),
        evidenceEnds: own.map(({ end }) => end),
      },
    };
  });
  return [
    {
      type: 'set',
      node: scene,
      after: { state: 'present', kind: 'draft', origin: 'model', body, modelId: proposal.model },
      stands: true,
    },
    { type: 'hold_node', node: scene, props: {}, holder },
    {
      type: 'hold_node',
      node: passage,
      holder,
      props: { sceneId: scene.id, rootId: scene.id, start: 0, end: body.length, text: body, hash },
    },
    { type: 'join', join: { type: 'OF', from: passage, to: scene } },
    ...links,
  ];
}
