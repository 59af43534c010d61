import { currentNumber } from '../changes/list-changes.ts';
import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import type { CellDoor } from './cells/cell-kind.ts';
import { isRunnable } from './cells/cell-kinds.ts';
import { standingsOf } from './cell-states.ts';
import * as cypher from './notebooks.cypher.ts';
import { readStored, readTables } from './read-notebook.ts';
import { type Ran, runCell, type UsedCell } from './run-cells.ts';
import type { StoredCell } from './stored-cell.ts';

/** Which cells of a notebook are to run: these with whatever they are made from that is not fresh, and what follows from them; all; or those whose results are not fresh. */
export type WhichCells =
  | { what: 'cells'; ids: readonly string[]; following: boolean }
  | { what: 'all' }
  | { what: 'stale' };

export interface RunStates {
  statesOf(notebookId: string): ReadonlyMap<string, 'queued' | 'running'>;
}

export interface RunQueue extends RunStates {
  /** Queues the cells and returns; each result is stored as it comes. */
  start(notebookId: string, which: WhichCells): Promise<void>;
  /** What runs is cut, what waits does not run. */
  stop(notebookId: string): void;
  /** Until nothing runs in this notebook. */
  whenIdle(notebookId: string): Promise<void>;
}

export interface RunDeps {
  graph: Graph;
  door: CellDoor;
  events: FieldEvents;
}

interface Course {
  queued: Set<string>;
  running: Map<string, Promise<void>>;
  stopper: AbortController;
  done: Promise<void>;
}

/** Cells at once: most of what a cell takes is waiting for the graph. */
const mostAtOnce = 4;

/** One course a notebook: cells run a few at once, each after what it uses. Runs live as long as the process: nothing starts by itself after a restart. */
export function createRunQueue(deps: RunDeps): RunQueue {
  const courses = new Map<string, Course>();
  const told = (id: string) => deps.events.publish({ type: 'notebook', id });
  return {
    statesOf(id) {
      const course = courses.get(id);
      const states = new Map<string, 'queued' | 'running'>();
      for (const cell of course?.queued ?? []) states.set(cell, 'queued');
      for (const cell of course?.running.keys() ?? []) states.set(cell, 'running');
      return states;
    },
    async start(id, which) {
      const chosen = await choose(deps, id, which);
      if (chosen.length === 0) return;
      const course = courses.get(id);
      if (course && !course.stopper.signal.aborted) {
        for (const cell of chosen) course.queued.add(cell);
        told(id);
        return;
      }
      await course?.done;
      const next: Course = {
        queued: new Set(chosen),
        running: new Map(),
        stopper: new AbortController(),
        done: Promise.resolve(),
      };
      courses.set(id, next);
      next.done = follow(deps, id, next).finally(() => {
        if (courses.get(id) === next) courses.delete(id);
        told(id);
      });
      next.done.catch(() => undefined);
      told(id);
    },
    stop(id) {
      const course = courses.get(id);
      course?.queued.clear();
      course?.stopper.abort();
      told(id);
    },
    whenIdle: async (id) => courses.get(id)?.done,
  };
}

async function choose(deps: RunDeps, id: string, which: WhichCells): Promise<string[]> {
  const { cells } = await readStored(deps, id);
  const now = { change: await currentNumber(deps.graph), models: deps.door.models() };
  const { order, standings } = standingsOf(cells, now);
  const runnable = new Set(cells.filter(({ input }) => isRunnable(input)).map((cell) => cell.id));
  const isFresh = (cell: string) => standings.get(cell)?.state === 'fresh';
  if (which.what === 'all') return [...runnable];
  if (which.what === 'stale') return [...runnable].filter((cell) => !isFresh(cell));
  const asked = new Set(which.ids);
  const before = [...order.leadingTo(which.ids)].filter((cell) => asked.has(cell) || !isFresh(cell));
  const after = which.following ? order.following(which.ids) : [];
  return [...new Set([...before, ...after])].filter((cell) => runnable.has(cell));
}

async function follow(deps: RunDeps, id: string, course: Course): Promise<void> {
  const { queued, running, stopper } = course;
  for (;;) {
    if (queued.size > 0 && running.size < mostAtOnce && !stopper.signal.aborted)
      await startReady(deps, id, course);
    if (running.size === 0) return queued.clear();
    await Promise.race(running.values());
  }
}

/** Begins what waits for no other cell, in the order of use. The notebook is read anew: it may have been edited meanwhile. */
async function startReady(deps: RunDeps, id: string, { queued, running, stopper }: Course): Promise<void> {
  // read before the run: what changes meanwhile makes the result stale
  const [{ cells }, change] = await Promise.all([readStored(deps, id), currentNumber(deps.graph)]);
  const { order } = standingsOf(cells, { change, models: deps.door.models() });
  for (const cell of queued) if (order.problems.has(cell)) queued.delete(cell);
  const isOpen = (cell: string) => queued.has(cell) || running.has(cell);
  const isReady = (cell: string) =>
    queued.has(cell) && ![...order.leadingTo([cell])].some((other) => other !== cell && isOpen(other));
  const ready = new Set(order.ids.filter(isReady).slice(0, mostAtOnce - running.size));
  for (const cell of cells.filter((each) => ready.has(each.id))) {
    queued.delete(cell.id);
    const run = async () => {
      const used = await readUsed(deps, id, { cells, usedIds: order.usedBy(cell.id) });
      const ran = await runCell(cell.input, { door: deps.door, ...used, change, signal: stopper.signal });
      await keep(deps.graph, { id, cell }, ran);
    };
    const done = run().finally(() => {
      running.delete(cell.id);
      deps.events.publish({ type: 'notebook', id });
    });
    // whoever follows the course hears of it
    done.catch(() => undefined);
    running.set(cell.id, done);
  }
  deps.events.publish({ type: 'notebook', id });
}

async function readUsed(
  deps: RunDeps,
  id: string,
  { cells, usedIds }: { cells: readonly StoredCell[]; usedIds: readonly string[] },
): Promise<{ used: UsedCell[]; lacks: string | null }> {
  if (usedIds.length === 0) return { used: [], lacks: null };
  const tables = await readTables(deps, { id, ids: usedIds });
  const used: UsedCell[] = [];
  let lacks: string | null = null;
  for (const each of cells.filter((cell) => usedIds.includes(cell.id))) {
    const table = tables.get(each.id);
    const name = each.name ?? '';
    if (table && each.made && each.met === null) used.push({ name, table, digest: each.made.digest });
    else lacks = name;
  }
  return { used, lacks };
}

async function keep(
  graph: Graph,
  { id, cell }: { id: string; cell: StoredCell },
  { result, table, made, met }: Ran,
): Promise<void> {
  const at = { notebookId: id, id: cell.id, met: met && JSON.stringify(met) };
  await graph.write((tx) =>
    result === null
      ? tx.run(cypher.keepProblem, at)
      : tx.run(cypher.keepResult, {
          ...at,
          result: JSON.stringify(result),
          table: JSON.stringify(table),
          made: JSON.stringify(made),
        }),
  );
}
