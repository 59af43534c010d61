import type { Graph, TypedReads } from '../graph/graph.ts';
import type { FieldEvents, Jobs } from '../jobs/jobs.ts';
import { AppError } from '../../graph-schema/app-error.ts';
import type { Models } from '../../models/models.ts';
import { findVault } from '../field/find-vault.ts';
import type { CellDoor } from '../notebooks/cells/cell-kind.ts';
import {
  addCell,
  createNotebook,
  deleteNotebook,
  moveCell,
  removeCell,
  renameNotebook,
  restoreCell,
  saveCell,
} from '../notebooks/edit-notebook.ts';
import { taggedRoots } from '../notebooks/find-tagged.ts';
import { listNotebooks, readNotebook, readRows } from '../notebooks/read-notebook.ts';
import { createRunQueue } from '../notebooks/run-queue.ts';
import { findByTitle } from '../vault/read-scene.ts';
import type { Services } from './services.ts';

interface Parts {
  graph: Graph & TypedReads;
  jobs: Jobs;
  events: FieldEvents;
  models: Models;
}

/** What cells ask of other capabilities, beside what only this room needs of the graph. */
type Asked = Pick<CellDoor, 'field' | 'search' | 'formulas' | 'gaps' | 'packs'> & {
  proposals: Services['proposals'];
};

export function composeNotebooks(parts: Parts, asked: Asked): Services['notebooks'] {
  const { graph, events } = parts;
  const door = doorOf(parts, asked);
  const queue = createRunQueue({ graph, door, events });
  const deps = { graph, events, models: door.models, running: queue };
  return {
    list: () => listNotebooks(deps),
    read: (id) => readNotebook(deps, id),
    rows: (input) => readRows(deps, input),
    create: (title) => createNotebook(deps, title),
    rename: (input) => renameNotebook(deps, input),
    delete(id) {
      queue.stop(id);
      return deleteNotebook(deps, id);
    },
    addCell: (input) => addCell(deps, input),
    saveCell: (input) => saveCell(deps, input),
    moveCell: (input) => moveCell(deps, input),
    removeCell: (input) => removeCell(deps, input),
    restoreCell: (input) => restoreCell(deps, input),
    async run({ id, ...which }) {
      await queue.start(id, which);
      return readNotebook(deps, id);
    },
    stop(id) {
      queue.stop(id);
      return readNotebook(deps, id);
    },
  };
}

function doorOf({ graph, jobs, models }: Parts, { proposals, ...asked }: Asked): CellDoor {
  return {
    ...asked,
    reads: graph,
    sceneByTitle: (title) => findByTitle(graph, title),
    vaultByName: (name) => findVault(graph, name),
    tagged: (tag) => taggedRoots(graph, tag),
    proposals: {
      list: proposals.list,
      async ask(input, signal) {
        const { id } = await proposals.propose(input);
        const cancel = () => void jobs.cancel(id);
        signal.addEventListener('abort', cancel, { once: true });
        const { state, error } = await jobs.wait(id);
        signal.removeEventListener('abort', cancel);
        if (state === 'failed') throw new AppError('internal', { values: { detail: error?.code ?? '' } });
      },
    },
    models: () => models.presence().flatMap(({ role, id }) => (role === 'embed' && id !== null ? [id] : [])),
  };
}
