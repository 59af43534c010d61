import type { SceneId } from '../../graph-schema/ids.ts';
import { type FieldGraph, neighboursOf } from '../field/field-graph.ts';
import { onceAField } from '../field/once-a-field.ts';

/** The field with the scenes of one vault and what they call only; all of it without a vault. */
export function ofVault(field: FieldGraph, vaultId: string | undefined): FieldGraph {
  if (vaultId === undefined) return field;
  const own = partsOf(field).get(vaultId) ?? partOf(field, vaultId);
  partsOf(field).set(vaultId, own);
  return own;
}

/** By vault: what is worked out once a field is so for a part of it, too. */
const partsOf = onceAField(() => new Map<string, FieldGraph>());

function partOf(field: FieldGraph, vaultId: string): FieldGraph {
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
