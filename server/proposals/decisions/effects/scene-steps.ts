import { createHash } from 'node:crypto';
import type { Proposal } from '../../../../graph-schema/proposal.ts';
import type { NodeRef, Step } from '../../../changes/steps.ts';
import { deriveId } from '../../../vault/ids.ts';
import { type Places, quotesOf } from '../relative-evidence.ts';
import { holdLink } from './link-step.ts';

/**
 * The draft becomes the scene's text, held by the proposal, with one passage so that it is found and quoted like any other;
 * every scene that it was written from becomes a link from it. When the note is written later, its text takes the place.
 */
export function sceneSteps(proposal: Proposal, places: Places): Step[] {
  const body = (proposal.draft ?? []).map(({ text }) => text).join('\n\n');
  const holder = `proposal:${proposal.id}`;
  const isBridge = proposal.name !== null;
  const scene = {
    label: 'Scene' as const,
    id: isBridge ? deriveId('scene', 'bridge', proposal.id) : proposal.to.id,
  };
  const hash = createHash('sha256').update(body).digest('hex');
  const passage = { label: 'Passage' as const, id: deriveId('passage', scene.id, body) };
  const sources = [...new Set(places.map(({ sceneId }) => sceneId))].filter((id) => id !== scene.id);
  const links = sources.map((id) =>
    holdLink({
      from: scene,
      to: { label: 'Scene', id },
      kind: 'links_to',
      proposalId: proposal.id,
      quotes: quotesOf(places.filter(({ sceneId }) => sceneId === id)),
      modelId: proposal.model,
    }),
  );
  return [
    ...(isBridge ? newScene(proposal, scene, body) : filledScene(proposal, scene, body)),
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

/** A missing scene that has its text now; others may build on it. */
function filledScene({ id, model }: Proposal, node: NodeRef, body: string): Step[] {
  return [
    {
      type: 'set',
      node,
      after: { state: 'present', kind: 'draft', origin: 'model', body, modelId: model },
      stands: true,
    },
    { type: 'hold_node', node, props: {}, holder: `proposal:${id}` },
  ];
}

/** A scene that nothing called for: it joins two regions. */
function newScene({ id, name, model }: Proposal, node: NodeRef, body: string): Step[] {
  const props = {
    title: name ?? '',
    kind: 'draft',
    state: 'present',
    origin: 'model',
    aliases: [],
    rootId: node.id,
    body,
    modelId: model,
  };
  return [{ type: 'hold_node', node, props, holder: `proposal:${id}` }];
}
