import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { listUndecided, proposePair, quotePair } from '../proposals/index.ts';
import { acceptProposals } from '../proposals/index.ts';
import { noModels } from '../proposals/testing/no-models.ts';
import { makeSmallVault, type SmallVault } from '../proposals/testing/small-vault.ts';
import { createFieldEvents } from '../jobs/field-events.ts';
import { findByTitle } from './read-scene.ts';
import { ingestVault } from './ingest/ingest-vault.ts';
import { readJoin } from './read-join.ts';

let graph: TestGraph;
let vault: SmallVault;
const idOf = (title: string) => findByTitle(graph, title);

beforeAll(async () => {
  graph = await openTestGraph();
  vault = await makeSmallVault();
  await ingestVault({ graph }, { path: vault.dir });
});
afterAll(async () => {
  await vault.remove();
  await graph.close();
});

test('a link of a note is said by its words, since the change that brought it, from either end', async () => {
  const [bowl, wheel] = [await idOf('Bowl'), await idOf('Wheel')];
  const join = await readJoin({ graph }, { from: bowl, to: wheel });
  expect([join.from.title, join.to.title]).toEqual(['Bowl', 'Wheel']);
  const out = join.links.filter(({ direction }) => direction === 'out');
  expect(out).toMatchObject([{ relation: 'links_to', origin: 'vault', reason: null, models: [] }]);
  expect(out[0]?.evidence[0]?.text).toContain('[[Wheel]]');
  expect(Date.parse(out[0]?.since ?? '')).toBeLessThanOrEqual(Date.now());
  const turned = await readJoin({ graph }, { from: wheel, to: bowl });
  expect(turned.links.map(({ direction }) => direction)).toContain('in');
  expect((await readJoin({ graph }, { from: bowl, to: await idOf('Полка') })).links).toEqual([]);
  await expect(readJoin({ graph }, { from: bowl, to: 'nobody' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a pair that a person thinks of waits with quotes from both sides, counts as undecided, and once accepted says so', async () => {
  const events = createFieldEvents();
  const deps = { graph, models: noModels, events };
  const [kiln, glaze] = [await idOf('Kiln'), await idOf('Glaze')];
  const quotes = await quotePair(graph, { from: kiln, to: glaze, around: [await idOf('Clay')] });
  if (quotes === null) throw new Error('no words in common');
  expect(quotes.from.text).toContain('glaze');
  const { id, state } = await proposePair(deps, quotes);
  expect(state).toBe('waiting');
  const undecided = await listUndecided({ graph });
  expect([undecided.get(kiln), undecided.get(glaze), undecided.get(await idOf('Полка'))]).toEqual([
    1,
    1,
    undefined,
  ]);
  await acceptProposals(deps, [id]);
  expect((await listUndecided({ graph })).size).toBe(0);
  const { links } = await readJoin({ graph }, { from: kiln, to: glaze });
  expect(links.find(({ direction }) => direction === 'out')).toMatchObject({ origin: 'model' });
});

test('two notes without a word in common have nothing that a link could stand on', async () => {
  const pair = { from: await idOf('Wheel'), to: await idOf('Полка'), around: [] };
  expect(await quotePair(graph, pair)).toBeNull();
});
