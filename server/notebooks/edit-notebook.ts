import { randomUUID } from 'node:crypto';
import { AppError } from '../../graph-schema/app-error.ts';
import type { CellInput, NotebookView } from '../../graph-schema/views/notebook-view.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import * as cypher from './notebooks.cypher.ts';
import { readNotebook } from './read-notebook.ts';

interface Door {
  graph: Graph;
}

export async function createNotebook({ graph }: Door, title: string): Promise<NotebookView> {
  const id = randomUUID();
  await graph.write((tx) => tx.run(cypher.createNotebook, { id, title, at: new Date().toISOString() }));
  return readNotebook({ graph }, id);
}

export async function renameNotebook(
  { graph }: Door,
  { id, title }: { id: string; title: string },
): Promise<NotebookView> {
  await edit(graph, id, (tx) => tx.run(cypher.renameNotebook, { id, title, at: new Date().toISOString() }));
  return readNotebook({ graph }, id);
}

export async function deleteNotebook({ graph }: Door, id: string): Promise<void> {
  const deleted = await graph.write((tx) => tx.run(cypher.deleteNotebook, { id }));
  if (deleted.length === 0) throw new AppError('not_found', { values: { id } });
}

/** `after`: the cell above the new one; null puts it at the top. */
export async function addCell(
  { graph }: Door,
  { notebookId, after, input }: { notebookId: string; after: string | null; input: CellInput },
): Promise<NotebookView> {
  const id = randomUUID();
  await edit(graph, notebookId, async (tx) => {
    const ids = await cellIds(tx, notebookId);
    const place = after === null ? 0 : placeOf(ids, after) + 1;
    await tx.run(cypher.createCell, { notebookId, id, input: JSON.stringify(input) });
    await order(tx, notebookId, ids.toSpliced(place, 0, id));
  });
  return readNotebook({ graph }, notebookId);
}

export async function updateCell(
  { graph }: Door,
  { notebookId, cellId, input }: { notebookId: string; cellId: string; input: CellInput },
): Promise<NotebookView> {
  await edit(graph, notebookId, async (tx) => {
    placeOf(await cellIds(tx, notebookId), cellId);
    await tx.run(cypher.updateCell, { notebookId, id: cellId, input: JSON.stringify(input) });
  });
  return readNotebook({ graph }, notebookId);
}

/** One place up or down; at the end of the column it stays. */
export async function moveCell(
  { graph }: Door,
  { notebookId, cellId, by }: { notebookId: string; cellId: string; by: -1 | 1 },
): Promise<NotebookView> {
  await edit(graph, notebookId, async (tx) => {
    const ids = await cellIds(tx, notebookId);
    const place = placeOf(ids, cellId);
    const next = Math.min(Math.max(place + by, 0), ids.length - 1);
    await order(tx, notebookId, ids.toSpliced(place, 1).toSpliced(next, 0, cellId));
  });
  return readNotebook({ graph }, notebookId);
}

export async function deleteCell(
  { graph }: Door,
  { notebookId, cellId }: { notebookId: string; cellId: string },
): Promise<NotebookView> {
  await edit(graph, notebookId, async (tx) => {
    placeOf(await cellIds(tx, notebookId), cellId);
    await tx.run(cypher.deleteCell, { notebookId, id: cellId });
  });
  return readNotebook({ graph }, notebookId);
}

/** Holds the notebook for this transaction. @throws AppError not_found */
async function edit(graph: Graph, id: string, work: (tx: Tx) => Promise<unknown>): Promise<void> {
  await graph.write(async (tx) => {
    const [notebook] = await tx.run(cypher.touchNotebook, { id, at: new Date().toISOString() });
    if (!notebook) throw new AppError('not_found', { values: { id } });
    await work(tx);
  });
}

async function cellIds(tx: Tx, id: string): Promise<string[]> {
  return (await tx.run(cypher.readCells, { id })).map((row) => row['id'] as string);
}

function placeOf(ids: readonly string[], id: string): number {
  const place = ids.indexOf(id);
  if (place < 0) throw new AppError('not_found', { values: { id } });
  return place;
}

async function order(tx: Tx, notebookId: string, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id, index) => ({ id, order: index }));
  await tx.run(cypher.orderCells, { notebookId, rows });
}
