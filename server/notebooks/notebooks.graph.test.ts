import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { FormulaAnswer } from '../../graph-schema/views/formula-view.ts';
import { CellInput, type CellView, type NotebookView } from '../../graph-schema/views/notebook-view.ts';
import { commitChange } from '../changes/commit-change.ts';
import { createField } from '../field/create-field.ts';
import { writeField } from '../field/testing/small-field.ts';
import { type TestGraph, openTestGraph } from '../graph/testing/test-graph.ts';
import { createFieldEvents } from '../jobs/field-events.ts';
import { findByTitle } from '../vault/read-scene.ts';
import type { CellDoor } from './cells/cell-kind.ts';
import {
  addCell,
  createNotebook,
  deleteNotebook,
  type EditDeps,
  moveCell,
  removeCell,
  renameNotebook,
  restoreCell,
  saveCell,
} from './edit-notebook.ts';
import { taggedRoots } from './find-tagged.ts';
import { listNotebooks, readNotebook, readRows } from './read-notebook.ts';
import { createRunQueue, type RunQueue, type WhichCells } from './run-queue.ts';

vi.setConfig({ testTimeout: 60_000 });

let graph: TestGraph;
let deps: EditDeps;
let queue: RunQueue;
let asked: unknown[];
let doorParts: CellDoor;

beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  await writeField(graph);
  // the small field stands at change 1
  await graph.write((tx) => tx.run(`MERGE (c:Counter {name: 'change'}) SET c.value = 1`));
  asked = [];
  const events = createFieldEvents();
  const notAsked = () => Promise.reject(new Error('not asked in these tests'));
  const wrong: FormulaAnswer = {
    problems: [{ line: 1, column: 1, start: 0, end: 1, code: 'unknown_sign', values: { sign: '?' } }],
  };
  doorParts = {
    reads: graph,
    field: createField({ graph }),
    sceneByTitle: (title) => findByTitle(graph, title),
    vaultByName: notAsked,
    tagged: (tag) => taggedRoots(graph, tag),
    search: (input) => Promise.resolve({ hits: asked.push(input) > 0 ? [] : [] }),
    formulas: { evaluate: (input) => Promise.resolve(asked.push(input) > 0 ? wrong : wrong) },
    gaps: { list: notAsked },
    proposals: { list: notAsked, ask: notAsked },
    packs: { export: notAsked },
    models: () => ['embedder'],
  };
  queue = createRunQueue({ graph, events, door: doorParts });
  deps = { graph, events, models: doorParts.models, running: queue };
});

type Given = Partial<CellInput> & { kind: CellInput['kind']; name?: string };

async function notebookOf(...cells: Given[]): Promise<NotebookView> {
  let notebook = await createNotebook(deps, 'Тетрадь');
  for (const { name = null, ...input } of cells)
    notebook = await addCell(deps, {
      notebookId: notebook.id,
      after: notebook.cells.at(-1)?.id ?? null,
      input: CellInput.parse(input),
      name,
    });
  return notebook;
}

async function run(id: string, which: WhichCells = { what: 'all' }): Promise<NotebookView> {
  await queue.start(id, which);
  await queue.whenIdle(id);
  return readNotebook(deps, id);
}

function at(notebook: NotebookView, index: number): CellView {
  const cell = notebook.cells[index];
  if (!cell) throw new Error(`no cell ${index}`);
  return cell;
}

const prose = (text: string): Given => ({ kind: 'prose', text });
const cypher = (text: string, name?: string): Given => ({ kind: 'cypher', text, ...(name && { name }) });
const texts = ({ cells }: NotebookView): unknown[] =>
  cells.map(({ input }) => (input.kind === 'prose' ? input.text : input.kind));
const stands = ({ cells }: NotebookView) => cells.map(({ state, staleBy }) => staleBy ?? state);

test('cells keep the order that a person gives them', async () => {
  const notebook = await notebookOf(prose('a'), prose('b'), { kind: 'map' });
  const { id } = notebook;
  const [a, b] = [at(notebook, 0).id, at(notebook, 1).id];
  const top = CellInput.parse(prose('top'));
  expect(texts(await addCell(deps, { notebookId: id, after: null, input: top }))[0]).toBe('top');
  expect(texts(await moveCell(deps, { notebookId: id, cellId: a, by: 1 }))).toEqual(['top', 'b', 'a', 'map']);
  await moveCell(deps, { notebookId: id, cellId: b, by: -1 });
  expect(texts(await moveCell(deps, { notebookId: id, cellId: b, by: -1 }))).toEqual([
    'b',
    'top',
    'a',
    'map',
  ]);
  expect(await listNotebooks(deps)).toMatchObject([{ id, title: 'Тетрадь', cells: 4 }]);
});

test('a cell that was taken out comes back where it stood, with its result', async () => {
  const { id } = await notebookOf(prose('a'), cypher('RETURN 1 AS n'), prose('c'));
  const before = await run(id);
  const cellId = at(before, 1).id;
  expect(texts(await removeCell(deps, { notebookId: id, cellId }))).toEqual(['a', 'c']);
  expect(await restoreCell(deps, { notebookId: id, cellId })).toMatchObject({ cells: before.cells });
});

test('the order of running follows use; what follows from a changed cell is stale', async () => {
  const { id } = await notebookOf(
    { kind: 'chart', from: '$n' },
    cypher('UNWIND $ids AS row RETURN row.x AS x, row.x * 2 AS y', 'n'),
    cypher('UNWIND range(1, 3) AS x RETURN x', 'ids'),
  );
  const ran = await run(id, {
    what: 'cells',
    ids: [at(await readNotebook(deps, id), 0).id],
    following: false,
  });
  expect(stands(ran)).toEqual(['fresh', 'fresh', 'fresh']);
  expect(at(ran, 0).result).toMatchObject({
    kind: 'chart',
    chart: { points: [{ y: 2 }, { y: 4 }, { y: 6 }] },
  });
  const { id: cellId, edition: base } = at(ran, 2);
  const input = CellInput.parse(cypher('UNWIND range(1, 2) AS x RETURN x'));
  const { notebook } = await saveCell(deps, { notebookId: id, cellId, base, name: 'ids', input });
  expect(stands(notebook)).toEqual(['used', 'used', 'input']);
  expect(at(notebook, 2).result).not.toBeNull();
  const again = await run(id, { what: 'cells', ids: [cellId], following: true });
  expect(stands(again)).toEqual(['fresh', 'fresh', 'fresh']);
  expect(at(again, 0).result).toMatchObject({ chart: { points: [{ y: 2 }, { y: 4 }] } });
});

test('a result says what it was made from and is stale once the field has changed; the same field gives the same', async () => {
  const { id } = await notebookOf(
    { kind: 'question', order: 'title' },
    { kind: 'map', around: 'Сад и почва' },
  );
  const ran = await run(id);
  expect(stands(ran)).toEqual(['fresh', 'fresh']);
  expect(at(ran, 0).madeFrom).toMatchObject({ models: ['embedder'], seed: null });
  expect(at(ran, 1).result).toMatchObject({ kind: 'map', scenes: 7 });
  const again = await run(id);
  expect(again.cells.map(({ result }) => result)).toEqual(ran.cells.map(({ result }) => result));
  await graph.write((tx) => commitChange(tx, { kind: 'edit', values: {}, steps: [] }));
  expect(stands(await readNotebook(deps, id))).toEqual(['field', 'field']);
  expect(stands(await run(id, { what: 'stale' }))).toEqual(['fresh', 'fresh']);
});

test('circles, names given twice and names that nobody has are told, and the rest runs', async () => {
  const { id } = await notebookOf(
    cypher('UNWIND $self AS x RETURN x', 'self'),
    cypher('RETURN 1 AS n', 'twice'),
    cypher('RETURN 2 AS n', 'twice'),
    cypher('UNWIND $nobody AS x RETURN x'),
    cypher('RETURN 3 AS n', 'ok'),
  );
  const ran = await run(id);
  expect(ran.cells.map(({ problem }) => problem?.code ?? null)).toEqual([
    'circle',
    'same_name',
    'same_name',
    'unknown_name',
    null,
  ]);
  expect(at(ran, 4).state).toBe('fresh');
});

test.each([
  ['cypher_writes', 'CREATE (:Scene {id: "x"})'],
  ['cypher_writes', 'MATCH (s:Scene) SET s.title = "x" RETURN s'],
  ['cypher_writes', 'MATCH (s:Scene) DETACH DELETE s'],
  ['cypher_load_csv', 'LOAD CSV FROM "file:///etc/hostname" AS line RETURN line'],
  ['cypher_load_csv', 'LOAD CSV FROM "http://127.0.0.1:1/x" AS line RETURN line'],
  ['cypher_shows', 'SHOW PROCEDURES'],
  ['cypher_shows', 'SHOW USERS'],
  ['cypher_procedure', 'CALL dbms.components()'],
  ['cypher_procedure', 'CALL dbms.listConfig() YIELD name, value RETURN name, value'],
  ['cypher_wrong', 'MATCH (s:Scene RETURN s'],
  ['cypher_wrong', 'RETURN 1; RETURN 2'],
  ['cypher_wrong', 'PROFILE MATCH (s) RETURN s'],
  ['cypher_shows', 'CREATE INDEX x FOR (s:Scene) ON (s.title)'],
  ['cypher_function', 'RETURN apoc.version()'],
])('%s: %s', async (code, text) => {
  const { id } = await notebookOf(cypher(text));
  const ran = await run(id);
  const got = at(ran, 0).problem?.code;
  // a function or command that this server does not have is a mistake to it already
  expect([code, 'cypher_wrong']).toContain(got);
  expect(at(ran, 0)).toMatchObject({ state: 'failed', result: null });
});

test('plain reading runs, also by the indexes', async () => {
  const { id } = await notebookOf(
    cypher(
      'MATCH (s:Scene)-[r:LINKS_TO]->(t:Scene) RETURN s, t.title AS to, count(r) AS n ORDER BY n DESC LIMIT 5',
    ),
    cypher(
      'MATCH p = shortestPath((a:Scene {id: "Сад1"})-[*..5]-(b:Scene {id: "Оркестр2"})) RETURN length(p) AS n',
    ),
    cypher('CALL db.labels() YIELD label RETURN label ORDER BY label'),
    cypher('MATCH (s:Scene) WHERE NOT EXISTS { (s)-[:LINKS_TO]-() } AND s.state = "present" RETURN s'),
    cypher('CALL db.index.fulltext.queryNodes("no_such_index", "сад") YIELD node, score RETURN node, score'),
  );
  const ran = await run(id);
  expect(ran.cells.map(({ problem }) => problem)).toEqual([null, null, null, null, expect.anything()]);
  expect(at(ran, 0).result).toMatchObject({ table: { columns: ['s', 'to', 'n'], total: 5 } });
  expect(at(ran, 1).result).toMatchObject({ table: { rows: [[1]] } });
});

test('a million rows are cut at five thousand, and come by parts', async () => {
  const { id } = await notebookOf(cypher('UNWIND range(1, 1000000) AS x RETURN x'));
  const ran = await run(id);
  expect(at(ran, 0).result).toMatchObject({ table: { total: 5000, isCut: true } });
  const rows = await readRows(deps, { notebookId: id, cellId: at(ran, 0).id, offset: 4999, limit: 10 });
  expect(rows.rows).toEqual([[5000]]);
});

test('what runs for ever is stopped by a person at once', async () => {
  const { id } = await notebookOf(
    cypher('UNWIND range(1, 1000000000000) AS x WITH x WHERE x < 0 RETURN x', 'вечно'),
    { kind: 'question', from: '$вечно' },
  );
  const began = performance.now();
  await queue.start(id, { what: 'all' });
  await vi.waitFor(() => expect([...queue.statesOf(id).values()]).toContain('running'));
  queue.stop(id);
  await queue.whenIdle(id);
  expect(performance.now() - began).toBeLessThan(8000);
  const stopped = await readNotebook(deps, id);
  expect(stopped.cells.map(({ problem }) => problem?.code ?? null)).toEqual(['stopped', null]);
});

test('what runs for ever is stopped after ten seconds', async () => {
  const { id } = await notebookOf(cypher('UNWIND range(1, 1000000000000) AS x WITH x WHERE x < 0 RETURN x'));
  expect(at(await run(id), 0).problem).toMatchObject({ code: 'cypher_timeout', values: { seconds: 10 } });
});

test('what is wrong with a formula is told at its place in what was written', async () => {
  const { id } = await notebookOf(
    { kind: 'question', text: '', scenes: 'note', order: 'title', limit: 3, name: 'три' },
    { kind: 'formula', text: '? + $три' },
  );
  const ran = await run(id);
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatchObject({
    text: expect.stringMatching(/^\? \+ mean\(\[\[.+\]\], \[\[.+\]\], \[\[.+\]\]\)$/u),
  });
  expect(at(ran, 1)).toMatchObject({ state: 'failed', problem: { code: 'formula_wrong' } });
});

test('two windows on one cell: neither edit is lost', async () => {
  const notebook = await notebookOf(prose('начало'));
  const { id: cellId, edition: base } = at(notebook, 0);
  const edit = (text: string) =>
    saveCell(deps, {
      notebookId: notebook.id,
      cellId,
      base,
      name: null,
      input: CellInput.parse(prose(text)),
    });
  expect(await edit('первое окно')).toMatchObject({ beside: null });
  const second = await edit('второе окно');
  expect(second.beside).not.toBeNull();
  expect(texts(second.notebook)).toEqual(['первое окно', 'второе окно']);
  await removeCell(deps, { notebookId: notebook.id, cellId });
  expect(texts((await edit('третье')).notebook)).toEqual(['второе окно', 'третье']);
});

test('an edit is told to every window', async () => {
  const { id } = await notebookOf(prose('a'));
  const stop = new AbortController();
  const stream = deps.events.subscribe(stop.signal)[Symbol.asyncIterator]();
  await renameNotebook(deps, { id, title: 'Other' });
  expect((await stream.next()).value).toEqual({ type: 'notebook', id });
  stop.abort();
});

test('what is not there is said to be not there', async () => {
  const { id } = await notebookOf(prose('a'));
  const missing = { code: 'not_found' };
  await expect(readNotebook(deps, 'x')).rejects.toMatchObject(missing);
  await expect(moveCell(deps, { notebookId: id, cellId: 'x', by: 1 })).rejects.toMatchObject(missing);
  await deleteNotebook(deps, id);
  await expect(deleteNotebook(deps, id)).rejects.toMatchObject(missing);
  expect(await listNotebooks(deps)).toEqual([]);
});
