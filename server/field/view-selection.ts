import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import { dayOf, isWithin, type Period } from './changed-between.ts';
import {
  type FieldGraph,
  type FieldRegionRow,
  type FieldScene,
  neighboursOf,
  speakersIn,
} from './field-graph.ts';

export interface ViewSelection extends Period {
  /** far: regions only; nearer: their main scenes; near: all */
  zoom: 'regions' | 'main' | 'all';
  vaultId?: string | undefined;
  regionId?: string | undefined;
  /** a root scene's id: only what lies within `depth` links of it */
  around?: string | undefined;
  depth?: number | undefined;
  /** only scenes where somebody of this role, or of this name, speaks */
  role?: 'person' | 'model' | undefined;
  speaker?: string | undefined;
}

const mainOfRegion = 5;

/** The scenes of a region, or of a part of one, that most of its links meet in. */
export function mainScenes({ members }: Pick<FieldRegionRow, 'members'>): FieldScene[] {
  return members.slice(0, mainOfRegion);
}

/** The scenes that a selection asks for, before anything is left out for want of room. */
export function chooseScenes(field: FieldGraph, selection: ViewSelection): FieldScene[] {
  const { role, speaker } = selection;
  const placed = inPeriod(field, choosePlaced(field, selection), selection);
  if (role === undefined && speaker === undefined) return placed;
  return placed.filter((scene) =>
    speakersIn(field, scene.id).some(
      (one) => (role === undefined || one.role === role) && (speaker === undefined || one.name === speaker),
    ),
  );
}

/** What is dated within; what has no date (called for, written here) as long as something that is within is joined to it. */
function inPeriod(field: FieldGraph, scenes: FieldScene[], { since, until }: Period): FieldScene[] {
  if (since === undefined && until === undefined) return scenes;
  const isIn = (scene: FieldScene | undefined) =>
    scene !== undefined && isWithin(dayOf(scene), { since, until });
  return scenes.filter((scene) =>
    scene.at === null
      ? [...neighboursOf(field, scene.id)].some((id) => isIn(field.sceneById.get(id)))
      : isIn(scene),
  );
}

function choosePlaced(field: FieldGraph, selection: ViewSelection): FieldScene[] {
  if (selection.around !== undefined) {
    const near = neighbourhood(field, selection.around, selection.depth ?? 1);
    return field.scenes.filter((scene) => near.has(scene.id) && isInVault(field, scene, selection.vaultId));
  }
  if (selection.zoom === 'regions' && selection.regionId === undefined) return [];
  const regions = field.regions.filter(
    ({ id }) => selection.regionId === undefined || id === selection.regionId,
  );
  if (selection.zoom === 'main') {
    return regions.flatMap(mainScenes).filter((scene) => isInVault(field, scene, selection.vaultId));
  }
  return field.scenes.filter(
    (scene) =>
      isInVault(field, scene, selection.vaultId) &&
      // talks show where they are asked for: in their own vault, and around what they cite
      (scene.vaultId !== conversationsVaultId || selection.vaultId === conversationsVaultId) &&
      (selection.regionId === undefined || isInRegion(field, scene, selection.regionId)),
  );
}

/** Ids within `depth` links of a root scene, itself included; empty when the field does not have it. */
export function neighbourhood(field: FieldGraph, from: string, depth: number): Set<string> {
  const found = new Set<string>(field.sceneById.has(from) ? [from] : []);
  let rim = [...found];
  for (let step = 0; step < depth; step++) {
    rim = rim.flatMap((id) => [...neighboursOf(field, id)]).filter((id) => !found.has(id));
    for (const id of rim) found.add(id);
  }
  return found;
}

/** A missing scene belongs to the regions that call it. */
function isInRegion(field: FieldGraph, scene: FieldScene, regionId: string): boolean {
  if (scene.regionId !== null || scene.state !== 'missing') return scene.regionId === regionId;
  return [...neighboursOf(field, scene.id)].some((id) => field.sceneById.get(id)?.regionId === regionId);
}

/** What has no vault of its own (written here, from a pack, missing) shows with what it is linked to. */
function isInVault(field: FieldGraph, scene: FieldScene, vaultId: string | undefined): boolean {
  if (vaultId === undefined || scene.vaultId === vaultId) return true;
  return (
    scene.vaultId === null &&
    [...neighboursOf(field, scene.id)].some((id) => field.sceneById.get(id)?.vaultId === vaultId)
  );
}
