import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJobs } from '../jobs/create-jobs.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { createField } from './create-field.ts';
import { writeCopy } from './field.cypher.ts';
import { readFieldRows } from './field-rows.ts';
import { keepCopy, openCopy } from './keep-copy.ts';
import { layoutWork } from './layout-work.ts';
import { settle } from './settle.ts';
import { writeField } from './testing/small-field.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openTestGraph();
  await writeField(graph);
});
afterAll(() => graph.close());

const layOut = () =>
  layoutWork({ graph, settle })({}, { id: 'j', signal: new AbortController().signal, report: () => {} });

test('a copy gives back the rows that were kept, regions and all', async () => {
  await layOut();
  expect(await openCopy(graph)).toBeNull();
  const rows = await readFieldRows(graph);
  await keepCopy(graph, rows, () => true);
  expect(await openCopy(graph)).toEqual(rows);
  expect(rows.regions[0]?.alike.size).toBeGreaterThan(0);
});

test('a new layout and a renamed region take the copy away; a field that starts from it is the field', async () => {
  const rows = await readFieldRows(graph);
  await keepCopy(graph, rows, () => true);
  const field = createField({ graph });
  expect((await field.load()).scenes).toEqual(rows.scenes);
  await field.renameRegion({ id: rows.regions[0]?.id ?? '', name: 'Мой сад' });
  expect(await openCopy(graph)).toBeNull();
  expect((await field.load()).regions.map(({ name }) => name)).toContain('Мой сад');

  await keepCopy(graph, await readFieldRows(graph), () => true);
  await layOut();
  expect(await openCopy(graph)).toBeNull();
});

test('nothing is kept of a field that is being read, or that changed meanwhile', async () => {
  const rows = await readFieldRows(graph);
  await keepCopy(graph, rows, () => false);
  expect(await openCopy(graph)).toBeNull();

  const jobs = createJobs({ graph: () => graph, log: pino({ level: 'silent' }) });
  const kept: unknown[] = [];
  jobs.register('ingest', async () => {
    await keepCopy(graph, rows, () => true);
    kept.push(await openCopy(graph));
    return {};
  });
  const { id } = await jobs.start('ingest', {});
  expect(await jobs.wait(id)).toMatchObject({ state: 'done' });
  expect(kept).toEqual([null]);
  await keepCopy(graph, rows, () => true);
  expect(await openCopy(graph)).toEqual(rows);
  await jobs.stop();
});

test('what cannot be read is no copy', async () => {
  for (const text of ['', 'H4sI', 'bm8gZ3ppcA==']) {
    await graph.write((tx) => tx.run(writeCopy, { text }));
    expect(await openCopy(graph)).toBeNull();
  }
});
