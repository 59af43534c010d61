import type { Table, TableValue } from '../../../graph-schema/views/cells/table.ts';
import { dayOf } from '../../field/changed-between.ts';
import { degreeOf, type FieldGraph, type FieldScene } from '../../field/field-graph.ts';
import { onceAField } from '../../field/once-a-field.ts';

const columns = ['scene', 'kind', 'region', 'day', 'links', 'path'];

const regionNames = onceAField((field) => new Map(field.regions.map(({ id, name }) => [id as string, name])));

export function regionNameOf(field: FieldGraph, { regionId }: FieldScene): string | null {
  return regionId === null ? null : (regionNames(field).get(regionId) ?? null);
}

/** Scenes of the field as rows. */
export function sceneTable(field: FieldGraph, scenes: readonly FieldScene[]): Table {
  return {
    columns,
    rows: scenes.map((scene) => [
      { sceneId: scene.id, title: scene.title },
      scene.state === 'missing' ? 'missing' : scene.kind,
      regionNameOf(field, scene),
      dayOf(scene),
      degreeOf(field, scene.id),
      scene.path,
    ]),
  };
}

export function isSceneRef(value: TableValue): value is { sceneId: string; title: string } {
  return typeof value === 'object' && value !== null;
}

/** Ids of all scenes in a table, each once, in the order of the rows. */
export function scenesIn({ rows }: Table): string[] {
  return [
    ...new Set(rows.flatMap((row) => row.flatMap((value) => (isSceneRef(value) ? [value.sceneId] : [])))),
  ];
}
