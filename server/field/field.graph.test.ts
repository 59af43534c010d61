import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { createField, type Field } from './create-field.ts';
import { layoutWork } from './layout-work.ts';
import { settleInWorker } from './settle-in-worker.ts';
import { settle } from './settle.ts';
import { untilSettled } from './until-settled.ts';
import { textsIn } from './testing/texts-in.ts';
import { writeField } from './testing/small-field.ts';

const context = { id: 'j', signal: new AbortController().signal, report: () => {} };
const late = 'Оркестр4';

let graph: TestGraph;
let field: Field;
const layOut = () => layoutWork({ graph, settle, onDone: () => field.invalidate() })({}, context);

beforeAll(async () => {
  graph = await openTestGraph();
  field = createField({ graph });
  await writeField(graph, { without: [late] });
});
afterAll(() => graph.close());

test('before any layout the field can be looked at, and says that it settles', async () => {
  const view = await field.view({ zoom: 'all' });
  expect(view.settling).toBe(true);
  expect(view.nodes).toHaveLength(19);
  expect(view.regions).toEqual([]);
});

test('three themes become three regions with names, coherent places and their main scenes', async () => {
  expect(await layOut()).toMatchObject({ regions: 3, scenes: 19 });
  const view = await field.view({ zoom: 'all' });
  expect(view.settling).toBe(false);
  expect(view.regions.map(({ name }) => name).toSorted()).toEqual(['Graph', 'Оркестр', 'Сад']);
  expect(new Set(view.regions.map(({ hue }) => hue)).size).toBe(3);
  for (const region of view.regions) {
    const themes = new Set(
      view.nodes.filter((node) => node.regionId === region.id).map((node) => node.id.slice(0, -1)),
    );
    expect(themes.size).toBe(1);
    expect(region.hull.length).toBeGreaterThan(2);
  }
  expect(view.nodes.find(({ id }) => id === 'lone')?.regionId).toBeNull();
  expect(view.nodes.find(({ id }) => id === 'missing')).toMatchObject({
    state: 'missing',
    regionId: null,
    degree: 2,
  });
  expect(view.currents).toHaveLength(1);
});

test('while all is read again the field before can be looked at, and what is newer is told', async () => {
  let tell = () => {};
  const isRead = new Promise<void>((resolve) => (tell = resolve));
  const patient = createField({ graph, late: { afterMs: 0, onRead: () => tell() } });
  const title = async () =>
    (await patient.view({ zoom: 'all' })).nodes.find(({ id }) => id === 'lone')?.title;
  expect(await title()).toBe('Zyxwv');
  await graph.write((tx) => tx.run(`MATCH (s:Scene {id: 'lone'}) SET s.title = 'Anew'`));
  patient.invalidate();
  expect(await title()).toBe('Zyxwv');
  await isRead;
  expect((await patient.load()).sceneById.get('lone')?.title).toBe('Anew');
  await graph.write((tx) => tx.run(`MATCH (s:Scene {id: 'lone'}) SET s.title = 'Zyxwv'`));
});

test('zoom and selection choose what is shown, and a limit holds whatever the size', async () => {
  expect((await field.view({ zoom: 'regions' })).nodes).toEqual([]);
  expect((await field.view({ zoom: 'main' })).nodes.every(({ main }) => main)).toBe(true);
  const near = await field.view({ zoom: 'all', around: 'Сад1', depth: 1 });
  expect(near.nodes.map(({ id }) => id).toSorted()).toEqual(['Оркестр2', 'Сад0', 'Сад1']);
  const small = await field.view({ zoom: 'all' }, 12);
  expect(small.nodes.length + small.edges.length).toBeLessThanOrEqual(12);
  expect([small.isWhole, near.isWhole]).toEqual([false, true]);
  await expect(field.view({ zoom: 'all', around: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
  expect(await field.paths({ ids: ['Сад1', 'Оркестр0'] })).toEqual([
    { kind: 'shortest', ids: ['Сад1', 'Оркестр2', 'Оркестр0'] },
  ]);
  expect((await field.paths({ ids: ['Сад2', 'Сад1', 'Оркестр0'] }))[0]?.ids).toEqual([
    'Сад2',
    'Сад0',
    'Сад1',
    'Оркестр2',
    'Оркестр0',
  ]);
  expect(await field.paths({ ids: ['Сад1', 'lone'] })).toEqual([]);
});

test('a nearer look shows more of what lies there, on the same ground; what is before the person is shown wherever it lies', async () => {
  const whole = await field.view({ zoom: 'all' });
  const far = await field.view({ zoom: 'all' }, 10);
  expect(far.box).toEqual(whole.box);
  const garden = whole.nodes.filter(({ id }) => id.startsWith('Сад'));
  const [xs, ys] = [garden.map(({ x }) => x), garden.map(({ y }) => y)];
  const window = { x1: Math.min(...xs), x2: Math.max(...xs), y1: Math.min(...ys), y2: Math.max(...ys) };
  const inWindow = ({ x, y }: { x: number; y: number }) =>
    x >= window.x1 && x <= window.x2 && y >= window.y1 && y <= window.y2;
  const near = await field.view({ zoom: 'all', window }, 10);
  expect(near.nodes).toHaveLength(4);
  expect(near.nodes.every(inWindow)).toBe(true);
  expect(near.box).toEqual(whole.box);
  const focused = await field.view({ zoom: 'all', window, focus: ['Graph3'] }, 20);
  expect(focused.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['Graph3', 'Graph0']));
  expect(focused.nodes.filter(({ id }) => !id.startsWith('Graph')).every(inWindow)).toBe(true);
});

test('who speaks in a scene stays with it, and chooses what is shown', async () => {
  await graph.write((tx) => tx.run(addTurns));
  field.invalidate();
  const { nodes, speakers } = await field.view({ zoom: 'all' });
  const [anna, model] = [
    { name: 'Анна', role: 'person' },
    { name: 'Claude', role: 'model' },
  ];
  expect(nodes.find(({ id }) => id === 'Сад1')?.speakers).toEqual([model, anna]);
  expect(speakers).toEqual([
    { ...anna, scenes: 2 },
    { ...model, scenes: 1 },
  ]);
  const shown = async (by: { role?: 'person' | 'model'; speaker?: string }) =>
    (await field.view({ zoom: 'all', ...by })).nodes.map(({ id }) => id).toSorted();
  expect(await shown({ role: 'person' })).toEqual(['Сад1', 'Сад2']);
  expect(await shown({ role: 'model' })).toEqual(['Сад1']);
  expect(await shown({ speaker: 'Анна' })).toEqual(['Сад1', 'Сад2']);
  expect(await shown({ speaker: 'Никто' })).toEqual([]);
  await graph.write((tx) => tx.run(takeTurns));
  field.invalidate();
});

const addTurns = `
UNWIND [['Сад1', 'Claude', 'model'], ['Сад1', 'Claude', 'model'], ['Сад1', 'Анна', 'person'], ['Сад2', 'Анна', 'person']] AS turn
CREATE (:Scene {id: randomUUID(), rootId: turn[0], kind: 'turn', title: 'Реплика', state: 'present', origin: 'vault', speaker: turn[1], speakerRole: turn[2]})`;
const takeTurns = `MATCH (t:Scene {kind: 'turn'}) DETACH DELETE t`;

test('a new note finds its place and moves nothing else; regions keep id, hue and a name that a person gave', async () => {
  const before = await field.view({ zoom: 'all' });
  const orchestra = before.regions.find(({ name }) => name === 'Оркестр');
  await field.renameRegion({ id: orchestra?.id ?? '', name: 'Музыка' });
  // a name is no change of the log: whoever asks while the field is read again sees it, too
  const read = await Promise.all([field.load(), field.load()]);
  expect(read.map(({ regions }) => regions.some(({ name }) => name === 'Музыка'))).toEqual([true, true]);
  await writeField(graph);
  expect(await layOut()).toMatchObject({ regions: 3, moved: 1 });
  const after = await field.view({ zoom: 'all' });
  expect(after.regions.find(({ name }) => name === 'Музыка')).toMatchObject({
    id: orchestra?.id,
    hue: orchestra?.hue,
    scenes: 6,
  });
  for (const node of before.nodes)
    expect(after.nodes.find(({ id }) => id === node.id)).toMatchObject({ x: node.x, y: node.y });
  expect(await layOut()).toMatchObject({ moved: 0 });
  const { regions, modularity } = await field.regions({ vault: 'Small' });
  expect(regions[0]?.main[0]?.id).toMatch(/0$/u);
  expect(modularity).toBeGreaterThan(0.4);
});

test('a note that comes while a layout runs has its place when it is done', async () => {
  let runs = 0;
  const layout = layoutWork({
    graph,
    settle: async (input, textsOf) => {
      runs += 1;
      if (runs === 1) await graph.write((tx) => tx.run(addLate));
      return settle(input, textsOf);
    },
    onDone: () => field.invalidate(),
  });
  const isSettled = async () => !(await field.view({ zoom: 'all' })).settling;
  await untilSettled(layout, isSettled)({}, context);
  expect(runs).toBe(2);
  const { nodes, settling } = await field.view({ zoom: 'all' });
  expect(settling).toBe(false);
  expect(nodes.map(({ id }) => id)).toContain('spät');
});

const addLate = `
CREATE (:Scene {id: 'spät', rootId: 'spät', title: 'Spät', aliases: [], kind: 'note', state: 'present', origin: 'vault', heldBy: [], since: 1})`;

const built = existsSync(new URL('../../build/server/field/settle-worker.js', import.meta.url));
test.skipIf(!built)(
  'the compiled worker gives the same answer as the function (skipped where nothing is built)',
  async () => {
    const note = (id: string) => ({
      id,
      title: id,
      text: 'поле сцен',
      vaultId: null,
      isPresent: true,
      folders: [],
      place: null,
    });
    const input = {
      notes: ['a', 'b', 'c', 'd'].map(note),
      links: [{ a: 'a', b: 'b', count: 1 }],
      earlier: [],
    };
    const texts = textsIn(input.notes);
    expect(await settleInWorker(input, texts)).toEqual(await settle(input, texts));
    await expect(settleInWorker(input, texts, AbortSignal.abort())).rejects.toThrow();
  },
);
