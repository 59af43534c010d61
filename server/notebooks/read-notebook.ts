import { AppError } from '../../graph-schema/app-error.ts';
import { CellResult, CellView, NotebookView } from '../../graph-schema/views/notebook-view.ts';
import { currentNumber } from '../changes/list-changes.ts';
import type { Graph, Row } from '../graph/graph.ts';
import { dependsOnField, readInput } from './cells/cell-kinds.ts';
import * as cypher from './notebooks.cypher.ts';

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

/** @throws AppError not_found */
export async function readNotebook({ graph }: { graph: Graph }, id: string): Promise<NotebookView> {
  const change = await currentNumber(graph);
  const { notebook, cells } = await graph.read(async (tx) => {
    const [notebook] = await tx.run(cypher.readNotebook, { id });
    return { notebook, cells: await tx.run(cypher.readCells, { id }) };
  });
  if (!notebook) throw new AppError('not_found', { values: { id } });
  return NotebookView.parse({ ...notebook, cells: cells.map((cell) => cellOf(cell, change)) });
}

/** A result of a form that this program no longer has is no result. */
function cellOf(row: Row, change: number): CellView {
  const input = readInput(row['input'] as string);
  const result =
    row['result'] === null ? undefined : CellResult.safeParse(JSON.parse(row['result'] as string));
  const isRun = result?.success === true;
  return {
    id: row['id'] as CellView['id'],
    input,
    result: isRun ? result.data : null,
    ranAt: isRun ? (row['ranAt'] as string) : null,
    stale: isRun && dependsOnField(input) && change > Number(row['ranAtChange'] ?? 0),
  };
}
