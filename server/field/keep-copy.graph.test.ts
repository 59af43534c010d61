import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJobs } from '../jobs/create-jobs.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { createField } from './create-field.ts';
import { deleteCopy } from './field.cypher.ts';
import { type FieldRows, readFieldRows } from './field-rows.ts';
import { openCopies } from './keep-copy.ts';
import { layoutWork } from './layout-work.ts';
import { settle } from './settle.ts';
import { writeField } from './testing/small-field.ts';

let graph: TestGraph;
let home: string;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'scenefield-copy-'));
  graph = await openTestGraph();
  await writeField(graph);
});
afterAll(async () => {
  await graph.close();
  await rm(home, { recursive: true, force: true });
});

const keepCopy = (rows: FieldRows, isStill = () => true) => openCopies(home).keep(graph, rows, isStill);
const openCopy = async () => (await openCopies(home).open(graph))?.rows ?? null;

const layOut = () =>
  layoutWork({ graph, settle })({}, { id: 'j', signal: new AbortController().signal, report: () => {} });

test('a copy gives back the rows that were kept, regions and all', async () => {
  await layOut();
  expect(await openCopy()).toBeNull();
  const rows = await readFieldRows(graph);
  await keepCopy(rows);
  expect(await openCopy()).toEqual(rows);
  expect(rows.regions[0]?.alike.size).toBeGreaterThan(0);
});

test('a new layout and a renamed region take the copy away; a field that starts from it is the field', async () => {
  const rows = await readFieldRows(graph);
  await keepCopy(rows);
  const field = createField({ graph, copies: openCopies(home) });
  expect((await field.load()).scenes).toEqual(rows.scenes);
  await field.renameRegion({ id: rows.regions[0]?.id ?? '', name: 'Мой сад' });
  expect(await openCopy()).toBeNull();
  expect((await field.load()).regions.map(({ name }) => name)).toContain('Мой сад');

  await keepCopy(await readFieldRows(graph));
  await layOut();
  expect(await openCopy()).toBeNull();
});

test('nothing is kept of a field that is being read, or that changed meanwhile', async () => {
  const rows = await readFieldRows(graph);
  await keepCopy(rows, () => false);
  expect(await openCopy()).toBeNull();

  const jobs = createJobs({ graph: () => graph, log: pino({ level: 'silent' }) });
  const kept: unknown[] = [];
  jobs.register('ingest', async () => {
    await keepCopy(rows);
    kept.push(await openCopy());
    return {};
  });
  const { id } = await jobs.start('ingest', {});
  expect(await jobs.wait(id)).toMatchObject({ state: 'done' });
  expect(kept).toEqual([null]);
  await keepCopy(rows);
  expect(await openCopy()).toEqual(rows);
  await jobs.stop();
});

test('opened before the graph is asked, it is the field; taken away meanwhile, it is none', async () => {
  const rows = await readFieldRows(graph);
  await keepCopy(rows);
  const [kept, stale] = [openCopies(home), openCopies(home)];
  for (const copies of [kept, stale]) copies.openAhead();
  expect((await kept.open(graph))?.field.scenes).toEqual(rows.scenes);
  await graph.write((tx) => tx.run(deleteCopy));
  expect(await stale.open(graph)).toBeNull();
});

test('what cannot be read, or is another than the graph knows, is no copy; cleared, nothing of it is left', async () => {
  const rows = await readFieldRows(graph);
  await keepCopy(rows);
  const elsewhere = await mkdtemp(path.join(tmpdir(), 'scenefield-copy-'));
  await openCopies(elsewhere).keep(graph, rows, () => true);
  expect(await openCopy()).toBeNull();
  expect((await openCopies(elsewhere).open(graph))?.rows).toEqual(rows);
  await writeFile(path.join(elsewhere, 'field', 'copy.json.gz'), 'no zip');
  expect(await openCopies(elsewhere).open(graph)).toBeNull();
  await openCopies(elsewhere).clear();
  expect(await readdir(elsewhere)).toEqual([]);
  await rm(elsewhere, { recursive: true });
});
