import { existsSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { createField, type Field } from './create-field.ts';
import { layoutWork } from './layout-work.ts';
import { settleInWorker } from './settle-in-worker.ts';
import { settle } from './settle.ts';
import { writeField } from './testing/small-field.ts';

const context = { id: 'j', signal: new AbortController().signal, report: () => {} };
const late = 'Оркестр4';

let graph: TestGraph;
let field: Field;
const layOut = () =>
  layoutWork({ graph, settle: async (input) => settle(input), onDone: () => field.invalidate() })(
    {},
    context,
  );

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

test('zoom and selection choose what is shown, and a limit holds whatever the size', async () => {
  expect((await field.view({ zoom: 'regions' })).nodes).toEqual([]);
  expect((await field.view({ zoom: 'main' })).nodes.every(({ main }) => main)).toBe(true);
  const near = await field.view({ zoom: 'all', around: 'Сад1', depth: 1 });
  expect(near.nodes.map(({ id }) => id).toSorted()).toEqual(['Оркестр2', 'Сад0', 'Сад1']);
  const small = await field.view({ zoom: 'all' }, 12);
  expect(small.nodes.length + small.edges.length).toBeLessThanOrEqual(12);
  await expect(field.view({ zoom: 'all', around: 'nobody' })).rejects.toMatchObject({ code: 'not_found' });
  expect((await field.paths({ from: 'Сад1', to: 'Оркестр0' })).paths).toEqual([
    ['Сад1', 'Оркестр2', 'Оркестр0'],
  ]);
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

const built = existsSync(new URL('../../build/server/field/settle-worker.js', import.meta.url));
test.skipIf(!built)(
  'the compiled worker gives the same answer as the function (skipped where nothing is built)',
  async () => {
    const note = (id: string) => ({
      id,
      title: id,
      text: 'поле сцен',
      isPresent: true,
      folders: [],
      place: null,
    });
    const input = {
      notes: ['a', 'b', 'c', 'd'].map(note),
      links: [{ a: 'a', b: 'b', count: 1 }],
      earlier: [],
    };
    expect(await settleInWorker(input)).toEqual(settle(input));
    await expect(settleInWorker(input, AbortSignal.abort())).rejects.toThrow();
  },
);
