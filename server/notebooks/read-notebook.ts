import { AppError } from '../../graph-schema/app-error.ts';
import { CellId, NotebookId } from '../../graph-schema/ids.ts';
import type { Table } from '../../graph-schema/views/cells/table.ts';
import { CellResult, type CellView, type NotebookView } from '../../graph-schema/views/notebook-view.ts';
import { currentNumber } from '../changes/list-changes.ts';
import type { Graph } from '../graph/graph.ts';
import { namesUsed } from './cells/cell-kinds.ts';
import { type CellStanding, standingsOf } from './cell-states.ts';
import * as cypher from './notebooks.cypher.ts';
import type { RunStates } from './run-queue.ts';
import { inputKey, type StoredCell, storedCell } from './stored-cell.ts';

export interface ReadDeps {
  graph: Graph;
  /** ids of the models of meaning that are ready */
  models(): readonly string[];
  /** which cells are running, or wait for it */
  running: RunStates;
}

export interface NotebookEntry {
  id: string;
  title: string;
  updatedAt: string;
  cells: number;
}

/** The last one worked on first. */
export async function listNotebooks({ graph }: { graph: Graph }): Promise<NotebookEntry[]> {
  return (await graph.read((tx) => tx.run(cypher.listNotebooks))) as unknown as NotebookEntry[];
}

/** A notebook without what its cells came to. */
export interface StoredNotebook {
  id: string;
  title: string;
  updatedAt: string;
  head: string | null;
  cells: StoredCell[];
}

/** @throws AppError not_found */
export async function readStored({ graph }: { graph: Graph }, id: string): Promise<StoredNotebook> {
  return graph.read(async (tx) => {
    const [row] = await tx.run(cypher.readNotebook, { id });
    if (!row) throw new AppError('not_found', { values: { id } });
    const cells = await tx.run(cypher.readCells, { id });
    return { ...(row as unknown as Omit<StoredNotebook, 'cells'>), cells: cells.map(storedCell) };
  });
}

/** Opens a notebook with all that was kept; nothing is run. @throws AppError not_found */
export async function readNotebook(deps: ReadDeps, id: string): Promise<NotebookView> {
  const { graph } = deps;
  const [change, stored, results] = await Promise.all([
    currentNumber(graph),
    readStored(deps, id),
    graph.read((tx) => tx.run(cypher.readResults, { id })),
  ]);
  const { standings } = standingsOf(stored.cells, { change, models: deps.models() });
  const resultOf = new Map(results.map((row) => [String(row['id']), String(row['result'])]));
  const running = deps.running.statesOf(id);
  const { head: _, cells, ...notebook } = stored;
  return {
    ...notebook,
    id: NotebookId.parse(notebook.id),
    cells: cells.map((cell) =>
      viewOf(cell, {
        result: resultOf.get(cell.id),
        standing: standings.get(cell.id),
        running: running.get(cell.id),
      }),
    ),
  };
}

function viewOf(
  cell: StoredCell,
  {
    result,
    standing,
    running,
  }: {
    result: string | undefined;
    standing: CellStanding | undefined;
    running: 'queued' | 'running' | undefined;
  },
): CellView {
  const { id, name, input, edition, made, met } = cell;
  // a result of a form that this program no longer has is no result
  const kept = result === undefined ? null : CellResult.nullable().catch(null).parse(JSON.parse(result));
  const last = met?.input === inputKey(input) ? met : made;
  return {
    id: CellId.parse(id),
    name,
    input,
    edition,
    uses: namesUsed(input),
    result: kept?.kind === input.kind ? kept : null,
    problem: standing?.problem ?? null,
    state: running ?? standing?.state ?? 'notRun',
    staleBy: standing?.staleBy ?? null,
    ranAt: last?.at ?? null,
    seconds: last?.seconds ?? null,
    madeFrom: made && { change: made.change, models: made.models, seed: made.seed },
  };
}

/** Tables of these cells, whole, by id. */
export async function readTables(
  { graph }: { graph: Graph },
  { id, ids }: { id: string; ids: readonly string[] },
): Promise<Map<string, Table>> {
  const rows = await graph.read((tx) => tx.run(cypher.readTables, { id, ids }));
  return new Map(rows.map((row) => [String(row['id']), JSON.parse(String(row['table'])) as Table]));
}

/** More rows of what a cell came to. @throws AppError not_found */
export async function readRows(
  { graph }: { graph: Graph },
  {
    notebookId,
    cellId,
    offset,
    limit,
  }: { notebookId: string; cellId: string; offset: number; limit: number },
): Promise<Table> {
  const table = (await readTables({ graph }, { id: notebookId, ids: [cellId] })).get(cellId);
  if (!table) throw new AppError('not_found', { values: { id: cellId } });
  return { columns: table.columns, rows: table.rows.slice(offset, offset + limit) };
}
