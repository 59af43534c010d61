import { afterAll, beforeAll, expect, test } from 'vitest';
import { createField, type Field } from '../field/create-field.ts';
import { layoutWork } from '../field/layout-work.ts';
import { settle } from '../field/settle.ts';
import { writeField } from '../field/testing/small-field.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { regionFacts } from '../field/region-facts.ts';
import { regionSaid } from './region-said.ts';

let graph: TestGraph;
let field: Field;

beforeAll(async () => {
  graph = await openTestGraph();
  field = createField({ graph });
  await writeField(graph);
  await layoutWork({ graph, settle, onDone: () => field.invalidate() })(
    {},
    { id: 'j', signal: new AbortController().signal, report: () => {} },
  );
});
afterAll(() => graph.close());

const viewOf = async (id: string) => ({
  ...regionFacts(await field.load(), id),
  ...(await regionSaid({ graph, field }, id)),
});
const regionOf = async (name: string) =>
  viewOf((await field.regions({})).regions.find((each) => each.name === name)?.id ?? '');

test('a region says what it is about, how much of it bears its name out, and what joins it to its neighbours', async () => {
  const garden = await regionOf('Сад');
  expect(garden).toMatchObject({ notes: 6, covered: 6, named: 'signals', links: { inside: 5, outside: 1 } });
  expect(garden.main[0]).toMatchObject({ title: 'Сад и почва', links: 6 });
  expect(garden.describes.length).toBeGreaterThan(2);
  const [nearest] = garden.neighbours;
  expect(nearest).toMatchObject({ name: 'Оркестр', links: 1, ends: ['Сад1', 'Оркестр2'] });
  const orchestra = await regionOf('Оркестр');
  expect(orchestra.missing).toMatchObject([{ id: 'missing' }]);
});

test('a name of a person is counted by its own words; one that nothing speaks of covers nothing', async () => {
  const { id } = await regionOf('Сад');
  await field.renameRegion({ id, name: 'Обрезке яблонь' });
  expect(await viewOf(id)).toMatchObject({ named: 'person', covered: 6 });
  await field.renameRegion({ id, name: 'Зимние сады на Луне' });
  expect(await viewOf(id)).toMatchObject({ covered: 0, notes: 6 });
  await expect(regionSaid({ graph, field }, 'nobody')).rejects.toMatchObject({ code: 'not_found' });
});
