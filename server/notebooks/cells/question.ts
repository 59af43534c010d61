import type { Table } from '../../../graph-schema/views/cells/table.ts';
import { QuestionInput } from '../../../graph-schema/views/cells/question.ts';
import type { InputOf } from '../../../graph-schema/views/notebook-view.ts';
import { dayOf, isWithin } from '../../field/changed-between.ts';
import { degreeOf, type FieldGraph, type FieldScene } from '../../field/field-graph.ts';
import { firstRows } from '../table-part.ts';
import type { CellKind, CellOutcome, RunContext } from './cell-kind.ts';
import { findRegion } from './find-place.ts';
import { resolvePeriod } from './resolve-day.ts';
import { regionNameOf, scenesIn, sceneTable } from './scene-table.ts';
import { nameOf } from './used-names.ts';

type Input = InputOf<'question'>;

/** So many hits are looked through for what passes the filters. */
const mostHits = 100;

/** Scenes by what they are: kind, region, time, vault, tag, and words. */
export const question: CellKind<'question'> = {
  kind: 'question',
  schema: QuestionInput,
  inputs: ['field', 'model'],
  words: 'text',
  uses: ({ from }) => nameOf(from),
  async run(input, context) {
    const field = await context.door.field.load();
    const passes = await filterOf(input, field, context);
    if ('problem' in passes) return passes;
    const isPart = input.scenes === 'section' || input.scenes === 'turn';
    if (isPart || input.text.trim() !== '') return byWords({ input, field, passes }, context);
    const scenes = inOrder(
      field,
      field.scenes.filter((scene) => passes.root(scene) && isOfKind(scene, input.scenes)),
      input.order,
    );
    return told(sceneTable(field, scenes.slice(0, input.limit)), scenes.length > input.limit);
  },
};

interface Passes {
  root(scene: FieldScene): boolean;
}

async function filterOf(
  input: Input,
  field: FieldGraph,
  { door, used }: RunContext,
): Promise<Passes | (Pick<CellOutcome<'question'>, 'problem'> & { problem: object })> {
  const days = resolvePeriod(field, input);
  if ('problem' in days) return days;
  const region = input.region === '' ? null : findRegion(field, input.region);
  if (region && 'problem' in region) return region;
  const vaultId = input.vault === '' ? null : await door.vaultByName(input.vault);
  const tagged = input.tag === '' ? null : new Set(await door.tagged(input.tag));
  const [name] = nameOf(input.from);
  const table = name === undefined ? undefined : used.get(name);
  const given = table && new Set(scenesIn(table));
  const { since, until } = days.period;
  const isTimed = since !== undefined || until !== undefined;
  return {
    root: (scene) =>
      (region === null || scene.regionId === region.id) &&
      (vaultId === null || scene.vaultId === vaultId) &&
      (tagged === null || tagged.has(scene.id)) &&
      (given === undefined || given.has(scene.id)) &&
      (!isTimed || isWithin(dayOf(scene), days.period)),
  };
}

function isOfKind({ kind, state }: FieldScene, wanted: Input['scenes']): boolean {
  if (wanted === 'missing') return state === 'missing';
  if (state !== 'present') return false;
  return wanted === 'any' || kind === wanted;
}

/** The order of the search; sections and turns stand with the region and day of their note. */
async function byWords(
  { input, field, passes }: { input: Input; field: FieldGraph; passes: Passes },
  { door }: RunContext,
): Promise<CellOutcome<'question'>> {
  const isPart = input.scenes === 'section' || input.scenes === 'turn';
  const text = [input.text.trim(), ...(isPart ? [`kind:${input.scenes}`] : [])].join(' ');
  const { hits } = await door.search({ text, limit: mostHits, mode: 'fused' });
  const roots = new Map<string, FieldScene>();
  const parts: { scene: FieldScene; sceneId: string; title: string }[] = [];
  for (const { rootId, sceneId, title } of hits) {
    const scene = field.sceneById.get(rootId);
    if (!scene || !passes.root(scene)) continue;
    parts.push({ scene, sceneId, title });
    if (isOfKind(scene, input.scenes)) roots.set(scene.id, scene);
  }
  if (!isPart) {
    const scenes = inOrder(field, [...roots.values()], input.order);
    return told(sceneTable(field, scenes.slice(0, input.limit)), scenes.length > input.limit);
  }
  const rows = parts.map(({ scene, sceneId, title }) => [
    { sceneId, title },
    scene.title,
    regionNameOf(field, scene),
    dayOf(scene),
  ]);
  const table = { columns: ['scene', 'note', 'region', 'day'], rows: rows.slice(0, input.limit) };
  return told(table, rows.length > input.limit);
}

function told(table: Table, isCut: boolean): CellOutcome<'question'> {
  return { result: { kind: 'question', table: firstRows(table, isCut) }, table };
}

function inOrder(field: FieldGraph, scenes: FieldScene[], order: Input['order']): FieldScene[] {
  const day = (scene: FieldScene) => dayOf(scene) ?? '';
  switch (order) {
    case 'fit':
      return scenes;
    case 'links':
      return scenes.toSorted((a, b) => degreeOf(field, b.id) - degreeOf(field, a.id));
    case 'newest':
      return scenes.toSorted((a, b) => (day(b) > day(a) ? 1 : day(b) < day(a) ? -1 : 0));
    case 'oldest':
      // what has no day is not old
      return scenes
        .filter((scene) => day(scene) !== '')
        .toSorted((a, b) => (day(a) > day(b) ? 1 : day(a) < day(b) ? -1 : 0));
    case 'title':
      return scenes.toSorted((a, b) => a.title.localeCompare(b.title));
  }
}
