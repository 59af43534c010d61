import { PackInput } from '../../../graph-schema/views/cells/pack.ts';
import type { InputOf, ResultOf } from '../../../graph-schema/views/notebook-view.ts';
import type { CellKind, CellOutcome, RunContext } from './cell-kind.ts';
import { findRegion, findScene } from './find-place.ts';
import { scenesIn } from './scene-table.ts';
import { nameOf } from './used-names.ts';

/** A scene pack, counted and named; its text is made anew when it is saved. */
export const pack: CellKind<'pack'> = {
  kind: 'pack',
  schema: PackInput,
  inputs: ['field'],
  words: null,
  uses: ({ from }) => nameOf(from),
  async run(input, context) {
    const selection = await selectionOf(input, context);
    if ('problem' in selection) return selection;
    const { fileName, scenes, concepts, links, bytes, digest } = await context.door.packs.export(selection);
    return {
      result: { kind: 'pack', fileName, scenes, concepts, links, bytes, digest, selection },
      table: {
        columns: ['scenes', 'concepts', 'links', 'bytes', 'digest'],
        rows: [[scenes, concepts, links, bytes, digest]],
      },
    };
  },
};

async function selectionOf(
  input: InputOf<'pack'>,
  { door, used }: RunContext,
): Promise<ResultOf<'pack'>['selection'] | { problem: NonNullable<CellOutcome<'pack'>['problem']> }> {
  const [name] = nameOf(input.from);
  if (name !== undefined) {
    const ids = scenesIn(used.get(name) ?? { columns: [], rows: [] });
    return ids.length > 0 ? { what: 'scenes', ids } : { problem: { code: 'no_scenes', values: { name } } };
  }
  const field = await door.field.load();
  if (input.region.trim() !== '') {
    const region = findRegion(field, input.region);
    return 'problem' in region ? region : { what: 'region', regionId: region.id };
  }
  if (input.around.trim() === '') return { what: 'all' };
  const scene = await findScene(door, field, input.around);
  return 'problem' in scene ? scene : { what: 'scene', sceneId: scene.id, depth: input.depth };
}
