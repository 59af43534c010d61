import { randomUUID } from 'node:crypto';
import { AppError } from '../../graph-schema/app-error.ts';
import { SceneId } from '../../graph-schema/ids.ts';
import type { EditedScene } from '../../graph-schema/views/edit-view.ts';
import { commitChange } from '../changes/commit-change.ts';
import { type Step, sceneRef } from '../changes/steps.ts';
import type { Graph } from '../graph/graph.ts';
import { deriveId } from '../vault/ids.ts';
import { holdPersonLink } from './link-steps.ts';
import { readOwnScene } from './own-scene.ts';
import { placeFor, regionSteps } from './place-scene.ts';
import { readText, textSteps } from './text-steps.ts';
import { cutTitle, onlyVault, rewriteSteps } from './write-scene.ts';

export interface SplitInput {
  id: string;
  version: string;
  /** where the second part begins: a UTF-16 offset into the body */
  at: number;
  /** of the second part */
  title: string;
}

/**
 * What stands from `at` on becomes a scene of its own, which the first part links to. One change.
 * @throws AppError not_found, not_own, edited_meanwhile; bad_input where a part would be empty
 */
export async function splitScene(graph: Graph, input: SplitInput): Promise<EditedScene> {
  const newId = deriveId('scene', 'written', randomUUID());
  return graph.write(async (tx) => {
    const before = await readOwnScene(tx, input);
    const [head, tail] = [before.body.slice(0, input.at).trimEnd(), before.body.slice(input.at).trim()];
    if (head === '' || tail === '') throw new AppError('bad_input', { values: { field: 'at' } });
    const { id, vaultId: own } = before;
    const vaultId = own ?? (await onlyVault(tx));
    const second = cutTitle({ title: input.title, body: tail });
    const first = { title: before.title, body: head };
    const firstText = await readText(tx, { id, vaultId, ...first });
    const secondText = await readText(tx, { id: newId, vaultId, ...second });
    const place = await placeFor(tx, { id: newId, spot: undefined, near: [id] });
    const node = sceneRef(newId);
    const own2 = { kind: 'written', state: 'present', origin: 'person', aliases: [], rootId: newId };
    const at = new Date().toISOString();
    const steps: Step[] = [
      ...(await rewriteSteps(tx, before, { ...first, text: firstText })),
      {
        type: 'hold_node',
        node,
        props: { ...own2, ...second, at, x: place.x, y: place.y },
        holder: 'person',
      },
      ...regionSteps(node, place),
      ...(await textSteps(tx, { id: newId, text: secondText, vaultId, place })),
      holdPersonLink({ from: sceneRef(id), to: node, kind: 'links_to' }),
    ];
    const values = { act: 'split', title: before.title, into: second.title };
    return {
      id: SceneId.parse(newId),
      number: await commitChange(tx, { kind: 'edit', values, steps }),
      called: secondText.called.map((one) => one.title),
    };
  });
}
