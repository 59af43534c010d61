import type { Graph } from '../graph/graph.ts';
import type { CellDoor } from '../notebooks/cells/cell-kind.ts';
import {
  addCell,
  createNotebook,
  deleteCell,
  deleteNotebook,
  moveCell,
  renameNotebook,
  updateCell,
} from '../notebooks/edit-notebook.ts';
import { listNotebooks, readNotebook } from '../notebooks/read-notebook.ts';
import { runCell } from '../notebooks/run-cell.ts';
import type { Services } from './services.ts';

export function composeNotebooks(door: { graph: Graph } & CellDoor): Services['notebooks'] {
  return {
    list: () => listNotebooks(door),
    read: (id) => readNotebook(door, id),
    create: (title) => createNotebook(door, title),
    rename: (input) => renameNotebook(door, input),
    delete: (id) => deleteNotebook(door, id),
    addCell: (input) => addCell(door, input),
    updateCell: (input) => updateCell(door, input),
    moveCell: (input) => moveCell(door, input),
    deleteCell: (input) => deleteCell(door, input),
    runCell: (input) => runCell(door, input),
  };
}
