import { MapInput } from '../../../graph-schema/views/cells/map.ts';
import type { InputOf, ResultOf } from '../../../graph-schema/views/notebook-view.ts';
import type { FieldGraph } from '../../field/field-graph.ts';
import type { CellKind, CellOutcome, RunContext } from './cell-kind.ts';
import { drawScenes, linksAmong } from './draw.ts';
import { findRegion, findScene } from './find-place.ts';
import { resolvePeriod } from './resolve-day.ts';
import { scenesIn, sceneTable } from './scene-table.ts';
import { nameOf } from './used-names.ts';

type Window = ResultOf<'map'>['view'];

/** A part of the field, as it is when the cell runs. */
export const map: CellKind<'map'> = {
  kind: 'map',
  schema: MapInput,
  inputs: ['field'],
  words: null,
  uses: ({ from }) => nameOf(from),
  async run(input, context) {
    const field = await context.door.field.load();
    const [name] = nameOf(input.from);
    const table = name === undefined ? undefined : context.used.get(name);
    if (table) return shown(field, scenesIn(table), {});
    const view = await windowOf(input, field, context);
    if ('problem' in view) return view;
    const { nodes } = await context.door.field.view({ zoom: 'all', ...view });
    return shown(
      field,
      nodes.map(({ id }) => id),
      view,
    );
  },
};

async function windowOf(
  input: InputOf<'map'>,
  field: FieldGraph,
  { door }: RunContext,
): Promise<Window | { problem: NonNullable<CellOutcome<'map'>['problem']> }> {
  const days = resolvePeriod(field, input);
  if ('problem' in days) return days;
  const around = input.around.trim() === '' ? null : await findScene(door, field, input.around);
  if (around && 'problem' in around) return around;
  const region = input.region.trim() === '' ? null : findRegion(field, input.region);
  if (region && 'problem' in region) return region;
  return {
    ...days.period,
    ...(around && { around: around.id, depth: input.depth }),
    ...(region && around === null && { regionId: region.id }),
    ...(input.vault !== '' && { vaultId: await door.vaultByName(input.vault) }),
  };
}

function shown(field: FieldGraph, ids: readonly string[], view: Window): CellOutcome<'map'> {
  const scenes = ids.flatMap((id) => field.sceneById.get(id) ?? []);
  return {
    result: {
      kind: 'map',
      drawing: drawScenes(field, ids),
      scenes: scenes.length,
      links: linksAmong(field, scenes).length,
      view,
    },
    table: sceneTable(field, scenes),
  };
}
