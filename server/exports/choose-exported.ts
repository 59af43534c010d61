import { AppError } from '../../graph-schema/app-error.ts';
import type { ExportSelection } from '../../graph-schema/views/export-view.ts';
import type { FieldGraph, FieldScene } from '../field/field-graph.ts';
import { chooseScenes, neighbourhood } from '../field/view-selection.ts';

/** The scenes that leave, by id. @throws AppError export_empty; not_found for a region or vault that is not there */
export function chooseExported(field: FieldGraph, selection: ExportSelection): FieldScene[] {
  const scenes = chosen(field, selection);
  if (scenes.length === 0) throw new AppError('export_empty');
  return scenes;
}

function chosen(field: FieldGraph, selection: ExportSelection): FieldScene[] {
  switch (selection.what) {
    case 'all':
      return field.scenes;
    case 'vault':
      return chooseScenes(field, { zoom: 'all', vaultId: selection.vaultId });
    case 'region':
      return chooseScenes(field, { zoom: 'all', regionId: selection.regionId });
    case 'around':
      return only(field, neighbourhood(field, selection.sceneId, selection.depth));
    case 'scenes':
      return only(field, new Set(selection.ids));
  }
}

function only(field: FieldGraph, ids: ReadonlySet<string>): FieldScene[] {
  return field.scenes.filter(({ id }) => ids.has(id));
}

/** What a person calls it: the vaults, a region, a scene. Null for scenes picked one by one. */
export function nameOfExport(
  field: FieldGraph,
  selection: ExportSelection,
  vaults: readonly { id: string; name: string }[],
): string | null {
  switch (selection.what) {
    case 'all':
      return vaults.map(({ name }) => name).join(', ') || null;
    case 'vault':
      return vaults.find(({ id }) => id === selection.vaultId)?.name ?? null;
    case 'region':
      return field.regions.find(({ id }) => id === selection.regionId)?.name ?? null;
    case 'around':
      return field.sceneById.get(selection.sceneId)?.title ?? null;
    case 'scenes':
      return null;
  }
}
