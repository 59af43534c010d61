import type { SceneId } from '../../graph-schema/ids.ts';
import { type FieldGraph, neighboursOf } from '../field/field-graph.ts';

/** The field with the scenes of one vault and what they call only; all of it without a vault. */
export function ofVault(field: FieldGraph, vaultId: string | undefined): FieldGraph {
  if (vaultId === undefined) return field;
  const isCalled = (id: SceneId) => field.sceneById.get(id)?.vaultId === vaultId;
  const scenes = field.scenes.filter(
    (scene) =>
      scene.vaultId === vaultId ||
      (scene.vaultId === null && [...neighboursOf(field, scene.id)].some(isCalled)),
  );
  const shown = new Set<string>(scenes.map(({ id }) => id));
  const regions = field.regions
    .map((region) => ({ ...region, members: region.members.filter(({ id }) => shown.has(id)) }))
    .filter(({ members }) => members.length > 0);
  const links = field.links.filter(({ from, to }) => shown.has(from) && shown.has(to));
  return { ...field, scenes, regions, links };
}
