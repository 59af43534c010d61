import { AppError } from '../../graph-schema/app-error.ts';
import type { NotebookView } from '../../graph-schema/views/notebook-view.ts';
import { currentNumber } from '../changes/list-changes.ts';
import type { Graph } from '../graph/graph.ts';
import type { CellDoor } from './cells/cell-kind.ts';
import { runInput } from './cells/cell-kinds.ts';
import * as cypher from './notebooks.cypher.ts';
import { readNotebook } from './read-notebook.ts';

/** Runs a cell and keeps its result. When it fails, the result that was there stays. @throws AppError not_found, or what the cell met */
export async function runCell(
  { graph, ...door }: { graph: Graph } & CellDoor,
  { notebookId, cellId }: { notebookId: string; cellId: string },
): Promise<NotebookView> {
  const { cells } = await readNotebook({ graph }, notebookId);
  const cell = cells.find(({ id }) => id === cellId);
  if (!cell) throw new AppError('not_found', { values: { id: cellId } });
  // read before the run: what changes meanwhile makes the result stale
  const change = await currentNumber(graph);
  const result = await runInput(cell.input, door);
  await graph.write((tx) =>
    tx.run(cypher.keepResult, {
      notebookId,
      id: cellId,
      input: JSON.stringify(cell.input),
      result: JSON.stringify(result),
      at: new Date().toISOString(),
      change,
    }),
  );
  return readNotebook({ graph }, notebookId);
}
