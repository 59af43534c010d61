import type { Graph, TypedReads } from '../graph/graph.ts';
import type { FieldEvents, Jobs } from '../jobs/jobs.ts';
import type { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import { currentNumber } from '../changes/list-changes.ts';
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
import { compareFile, takeFile } from '../notebooks/file/take-file.ts';
import { giveFile } from '../notebooks/file/give-file.ts';
import { runFile } from '../notebooks/file/run-file.ts';
import { cellProblemWords } from '../notebooks/problem-words.ts';
import { listShipped, readShipped } from '../notebooks/shipped.ts';
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
    write: (id) => giveFile(deps, id),
    compare: (input) => compareFile(deps, input),
    take: (input) => takeFile(deps, input),
    async runFile({ text, language, signal }) {
      const change = await currentNumber(graph);
      const words = (problem: CellProblem) => cellProblemWords(problem, language);
      return runFile({ door, change, words }, { text, signal });
    },
    shipped: listShipped,
    async openShipped(input) {
      const taken = await takeFile(deps, { text: await readShipped(input), id: null, title: input.id });
      if ('problems' in taken) throw new AppError('internal', { values: { detail: input.id } });
      return taken;
    },
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
