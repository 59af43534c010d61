import { randomUUID } from 'node:crypto';
import { AppError } from '../../graph-schema/app-error.ts';
import { type CellInput, type NotebookView } from '../../graph-schema/views/notebook-view.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import * as cypher from './notebooks.cypher.ts';
import { type ReadDeps, readNotebook } from './read-notebook.ts';
import { inputKey, type StoredCell, storedCell } from './stored-cell.ts';

export interface EditDeps extends ReadDeps {
  events: FieldEvents;
}

/** Cells taken out that can be brought back. */
export const mostTakenOut = 30;

export async function createNotebook(deps: EditDeps, title: string): Promise<NotebookView> {
  const id = randomUUID();
  const asked = { id, title, head: null, at: new Date().toISOString() };
  await deps.graph.write((tx) => tx.run(cypher.createNotebook, asked));
  deps.events.publish({ type: 'notebook', id });
  return readNotebook(deps, id);
}

export async function renameNotebook(
  deps: EditDeps,
  { id, title }: { id: string; title: string },
): Promise<NotebookView> {
  return edit(deps, id, (tx) => tx.run(cypher.renameNotebook, { id, title, at: new Date().toISOString() }));
}

export async function deleteNotebook({ graph, events }: EditDeps, id: string): Promise<void> {
  const deleted = await graph.write((tx) => tx.run(cypher.deleteNotebook, { id }));
  if (deleted.length === 0) throw new AppError('not_found', { values: { id } });
  events.publish({ type: 'notebook', id });
}

/** `after`: the cell above the new one; null puts it at the top. */
export async function addCell(
  deps: EditDeps,
  {
    notebookId,
    after,
    input,
    name = null,
  }: { notebookId: string; after: string | null; input: CellInput; name?: string | null | undefined },
): Promise<NotebookView> {
  return edit(deps, notebookId, async (tx) => {
    const ids = (await readCells(tx, notebookId)).map(({ id }) => id);
    const place = after === null ? 0 : placeOf(ids, after) + 1;
    await insert(tx, { notebookId, ids, place }, { name, input });
  });
}

export interface CellEdit {
  notebookId: string;
  cellId: string;
  /** the edition that was edited */
  base: number;
  name: string | null;
  input: CellInput;
}

/** What became of an edit: `beside` is the new cell that holds it, where another window has changed or removed the one that it was of. */
export interface Saved {
  notebook: NotebookView;
  beside: string | null;
}

/** Saves an edit; nobody's is lost: where the cell is no longer what was edited, this one becomes a cell of its own below it. */
export async function saveCell(
  deps: EditDeps,
  { notebookId, cellId, base, name, input }: CellEdit,
): Promise<Saved> {
  let beside: string | null = null;
  const notebook = await edit(deps, notebookId, async (tx) => {
    beside = null;
    const cells = await readCells(tx, notebookId);
    const ids = cells.map(({ id }) => id);
    const there = cells.find(({ id }) => id === cellId);
    if (there && there.name === name && inputKey(there.input) === inputKey(input)) return;
    if (there?.edition === base) {
      await tx.run(cypher.updateCell, { notebookId, id: cellId, name, input: inputKey(input) });
      return;
    }
    const place = there ? ids.indexOf(cellId) + 1 : ids.length;
    // two cells of one name would both be in the way
    beside = await insert(tx, { notebookId, ids, place }, { name: there ? null : name, input });
  });
  return { notebook, beside };
}

/** One place up or down; at the end of the column it stays. */
export async function moveCell(
  deps: EditDeps,
  { notebookId, cellId, by }: { notebookId: string; cellId: string; by: -1 | 1 },
): Promise<NotebookView> {
  return edit(deps, notebookId, async (tx) => {
    const ids = (await readCells(tx, notebookId)).map(({ id }) => id);
    const place = placeOf(ids, cellId);
    const next = Math.min(Math.max(place + by, 0), ids.length - 1);
    await order(tx, notebookId, ids.toSpliced(place, 1).toSpliced(next, 0, cellId));
  });
}

/** Takes a cell out; it can be brought back. */
export async function removeCell(
  deps: EditDeps,
  { notebookId, cellId }: { notebookId: string; cellId: string },
): Promise<NotebookView> {
  return edit(deps, notebookId, async (tx) => {
    placeOf(
      (await readCells(tx, notebookId)).map(({ id }) => id),
      cellId,
    );
    await tx.run(cypher.takeOut, { notebookId, id: cellId, at: new Date().toISOString() });
    await tx.run(cypher.forgetTakenOut, { notebookId, kept: mostTakenOut });
  });
}

/** Brings a cell back where it stood, with what it came to. @throws AppError not_found */
export async function restoreCell(
  deps: EditDeps,
  { notebookId, cellId }: { notebookId: string; cellId: string },
): Promise<NotebookView> {
  return edit(deps, notebookId, async (tx) => {
    const ids = (await readCells(tx, notebookId)).map(({ id }) => id);
    const [row] = await tx.run(cypher.bringBack, { notebookId, id: cellId });
    if (!row) throw new AppError('not_found', { values: { id: cellId } });
    await order(tx, notebookId, ids.toSpliced(Number(row['order'] ?? ids.length), 0, cellId));
  });
}

/** Holds the notebook for this transaction, and tells every window. @throws AppError not_found */
async function edit(deps: EditDeps, id: string, work: (tx: Tx) => Promise<unknown>): Promise<NotebookView> {
  await holding(deps.graph, id, work);
  deps.events.publish({ type: 'notebook', id });
  return readNotebook(deps, id);
}

export async function holding(graph: Graph, id: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await graph.write(async (tx) => {
    const [notebook] = await tx.run(cypher.touchNotebook, { id, at: new Date().toISOString() });
    if (!notebook) throw new AppError('not_found', { values: { id } });
    await work(tx);
  });
}

async function readCells(tx: Tx, id: string): Promise<StoredCell[]> {
  return (await tx.run(cypher.readCells, { id })).map(storedCell);
}

async function insert(
  tx: Tx,
  { notebookId, ids, place }: { notebookId: string; ids: readonly string[]; place: number },
  { name, input }: { name: string | null; input: CellInput },
): Promise<string> {
  const id = randomUUID();
  const cells = [{ id, name, input: inputKey(input), source: null }];
  await tx.run(cypher.createCells, { notebookId, cells });
  await order(tx, notebookId, ids.toSpliced(place, 0, id));
  return id;
}

function placeOf(ids: readonly string[], id: string): number {
  const place = ids.indexOf(id);
  if (place < 0) throw new AppError('not_found', { values: { id } });
  return place;
}

export async function order(tx: Tx, notebookId: string, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id, index) => ({ id, order: index }));
  await tx.run(cypher.orderCells, { notebookId, rows });
}
