import type { FieldGraph } from '../field/field-graph.ts';
import { neighboursOf } from '../field/field-graph.ts';
import type { AlikeView } from '../../graph-schema/views/alike-view.ts';
import { type FormulaDeps, modelOf } from './evaluate.ts';

/** Turns of one talk take places that are then one scene's. */
const spare = 4;

/**
 * The scenes that say the most alike, by meaning; with `isUnlinked` those only that no link joins to it. Empty without vectors.
 * `id`: of a root scene. @throws AppError stage_not_ready
 */
export async function alikeScenes(
  deps: Pick<FormulaDeps, 'models' | 'thread'>,
  field: FieldGraph,
  { id, count, isUnlinked }: { id: string; count: number; isUnlinked: boolean },
): Promise<AlikeView> {
  const linked = neighboursOf(field, id);
  const skip = isUnlinked ? linked : new Set<string>();
  const asked = { id, count: count * spare, skip };
  const found = await deps.thread.nearest(modelOf(deps.models), asked);
  if (found === null) return { hasVector: false, scenes: [] };
  const scenes = found.flatMap(({ id: near, alike }) => {
    const scene = field.sceneById.get(near);
    if (scene === undefined) return [];
    return [
      { id: scene.id, title: scene.title, regionId: scene.regionId, alike, isLinked: linked.has(scene.id) },
    ];
  });
  return { hasVector: true, scenes: scenes.slice(0, count) };
}
