import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { CellInput, NotebookView } from '../../graph-schema/views/notebook-view.ts';
import type { FormulaAnswer } from '../../graph-schema/views/formula-view.ts';
import type { FieldView } from '../../graph-schema/views/field-view.ts';
import type { SearchHit } from '../../graph-schema/views/search-hit.ts';
import { commitChange } from '../changes/commit-change.ts';
import { type TestGraph, openTestGraph } from '../graph/testing/test-graph.ts';
import type { CellDoor } from './cells/cell-kind.ts';
import {
  addCell,
  createNotebook,
  deleteCell,
  deleteNotebook,
  moveCell,
  renameNotebook,
  updateCell,
} from './edit-notebook.ts';
import { listNotebooks, readNotebook } from './read-notebook.ts';
import { runCell } from './run-cell.ts';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(() => graph.empty());

const hit = {
  sceneId: 's',
  rootId: 's',
  title: 'Scene',
  vault: null,
  path: null,
  start: 0,
  end: 4,
  text: 'word',
  score: 1,
  lit: [],
  speaker: null,
} as unknown as SearchHit;
const view: FieldView = {
  at: 1,
  nodes: [],
  edges: [],
  regions: [],
  currents: [],
  totals: { scenes: 0, links: 0, missing: 0, concepts: 0, regions: 0 },
  speakers: [],
  box: null,
  isWhole: true,
  settling: false,
};

const wrong: FormulaAnswer = {
  problems: [{ line: 1, column: 1, start: 0, end: 1, code: 'unknown_sign', values: { sign: '?' } }],
};

/** A field with fixed answers that remembers what it was asked. */
function fixedField(): CellDoor & { asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    search: (input) => Promise.resolve({ hits: asked.push(input) > 0 ? [hit] : [] }),
    formulas: { evaluate: (input) => Promise.resolve(asked.push(input) > 0 ? wrong : wrong) },
    field: { view: (input) => Promise.resolve(asked.push(input) > 0 ? view : view) },
  };
}

async function notebookOf(...inputs: CellInput[]): Promise<NotebookView> {
  let notebook = await createNotebook({ graph }, 'Тетрадь');
  for (const input of inputs)
    notebook = await addCell(
      { graph },
      { notebookId: notebook.id, after: notebook.cells.at(-1)?.id ?? null, input },
    );
  return notebook;
}

function prose(text: string): CellInput {
  return { kind: 'prose', text };
}

const texts = ({ cells }: NotebookView): unknown[] =>
  cells.map(({ input }) => (input.kind === 'prose' ? input.text : input.kind));

test('cells keep the order that a person gives them', async () => {
  const { id, cells } = await notebookOf(prose('a'), prose('b'), { kind: 'map', depth: 1 });
  const [a, b] = cells;
  if (!a || !b) throw new Error('three cells were added');
  expect(texts(await addCell({ graph }, { notebookId: id, after: null, input: prose('top') }))).toEqual([
    'top',
    'a',
    'b',
    'map',
  ]);
  expect(texts(await moveCell({ graph }, { notebookId: id, cellId: a.id, by: 1 }))).toEqual([
    'top',
    'b',
    'a',
    'map',
  ]);
  expect(texts(await moveCell({ graph }, { notebookId: id, cellId: b.id, by: -1 }))).toEqual([
    'b',
    'top',
    'a',
    'map',
  ]);
  expect(texts(await moveCell({ graph }, { notebookId: id, cellId: b.id, by: -1 }))).toEqual([
    'b',
    'top',
    'a',
    'map',
  ]);
  expect(texts(await deleteCell({ graph }, { notebookId: id, cellId: b.id }))).toEqual(['top', 'a', 'map']);
  expect(await listNotebooks({ graph })).toMatchObject([{ id, title: 'Тетрадь', cells: 3 }]);
});

test('what is wrong with a formula is the result of its cell', async () => {
  const field = fixedField();
  const { id, cells } = await notebookOf({ kind: 'formula', text: '? [[Сцена]]' });
  const ran = await runCell({ graph, ...field }, { notebookId: id, cellId: cells[0]?.id ?? '' });
  expect(field.asked).toEqual([{ text: '? [[Сцена]]' }]);
  expect(ran.cells[0]?.result).toEqual({ kind: 'formula', answer: wrong });
});

test('a result is kept, is stale once the field has changed, and goes with its question', async () => {
  const field = fixedField();
  const search: CellInput = { kind: 'search', text: ' word ', limit: 5 };
  const { id, cells } = await notebookOf(
    search,
    { kind: 'map', sceneId: 's', depth: 2 },
    { kind: 'map', regionId: 'r', depth: 1 },
  );
  for (const { id: cellId } of cells) await runCell({ graph, ...field }, { notebookId: id, cellId });
  expect(field.asked).toEqual([
    { text: 'word', limit: 5, mode: 'fused' },
    { zoom: 'all', around: 's', depth: 2 },
    { zoom: 'all', regionId: 'r' },
  ]);
  const ran = await readNotebook({ graph }, id);
  expect(ran.cells.map(({ result, stale }) => [result?.kind, stale])).toEqual([
    ['search', false],
    ['map', false],
    ['map', false],
  ]);

  await graph.write((tx) => commitChange(tx, { kind: 'edit', values: {}, steps: [] }));
  expect((await readNotebook({ graph }, id)).cells.every(({ stale }) => stale)).toBe(true);
  const cellId = cells[0]?.id ?? '';
  const asked = await updateCell(
    { graph },
    { notebookId: id, cellId, input: { kind: 'search', text: 'other', limit: 5 } },
  );
  expect(asked.cells[0]).toMatchObject({ result: null, ranAt: null, stale: false });
});

test('a cell that fails keeps the result it had', async () => {
  const { id, cells } = await notebookOf({ kind: 'search', text: 'word', limit: 5 });
  const at = { notebookId: id, cellId: cells[0]?.id ?? '' };
  const field = fixedField();
  await runCell({ graph, ...field }, at);
  const failing = { ...field, search: () => Promise.reject(new Error('no index')) };
  await expect(runCell({ graph, ...failing }, at)).rejects.toThrow('no index');
  expect((await readNotebook({ graph }, id)).cells[0]?.result).toEqual({ kind: 'search', hits: [hit] });
});

test('what is not there is said to be not there', async () => {
  const { id } = await notebookOf(prose('a'));
  const missing = { code: 'not_found' };
  await expect(readNotebook({ graph }, 'x')).rejects.toMatchObject(missing);
  await expect(moveCell({ graph }, { notebookId: id, cellId: 'x', by: 1 })).rejects.toMatchObject(missing);
  await expect(addCell({ graph }, { notebookId: id, after: 'x', input: prose('b') })).rejects.toMatchObject(
    missing,
  );
  expect((await renameNotebook({ graph }, { id, title: 'Other' })).title).toBe('Other');
  await deleteNotebook({ graph }, id);
  await expect(deleteNotebook({ graph }, id)).rejects.toMatchObject(missing);
  expect(await listNotebooks({ graph })).toEqual([]);
});
