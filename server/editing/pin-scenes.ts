import type { Edited, Spot } from '../../graph-schema/views/edit-view.ts';
import { commitChange } from '../changes/commit-change.ts';
import { type Step, sceneRef } from '../changes/steps.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { readSceneToEdit, type SceneToEdit } from './own-scene.ts';
import { placeFor } from './place-scene.ts';

export interface PinInput {
  id: string;
  isPinned: boolean;
  /** where to; left out: where it lies now */
  spot?: Spot | undefined;
}

/**
 * Holds scenes at their places through every layout, or lets go of them: then they stay where they are until something moves them. A part of a note
 * stands for the note. One change. @throws AppError not_found
 */
export async function pinScenes(graph: Graph, pins: readonly PinInput[]): Promise<Edited> {
  return graph.write(async (tx) => {
    const steps: Step[] = [];
    let title = '';
    for (const { id, isPinned, spot } of pins) {
      const scene = await readSceneToEdit(tx, id);
      const root = scene.rootId === id ? scene : await readSceneToEdit(tx, scene.rootId);
      title ||= root.title;
      const after = isPinned ? { ...(await placeOf(tx, root, spot)), pinned: true } : { pinned: null };
      steps.push({ type: 'set', node: sceneRef(root.id), after });
    }
    const values = { act: pins[0]?.isPinned === true ? 'pin' : 'unpin', title, count: steps.length };
    return { number: await commitChange(tx, { kind: 'edit', values, steps }) };
  });
}

/** One that no layout has seen yet is held by what it is linked with. */
async function placeOf(
  tx: Tx,
  { id, x, y }: SceneToEdit,
  spot: Spot | undefined,
): Promise<{ x: number; y: number }> {
  if (spot !== undefined) return spot;
  if (x != null && y != null) return { x, y };
  const place = await placeFor(tx, { id, spot: undefined, near: [] });
  return { x: place.x, y: place.y };
}
