import { AppError } from '../../graph-schema/app-error.ts';
import type { Change, ChangeKind } from '../../graph-schema/change.ts';
import { ProposalState } from '../../graph-schema/proposal.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import {
  markRedone,
  markUndone,
  newestUndo,
  newestUndoable,
  readChange,
  readSteps,
  standingOn,
} from './changes.cypher.ts';
import { logSteps } from './commit-change.ts';
import { toChange } from './list-changes.ts';
import { invertAll, Step } from './steps.ts';

export interface HistoryDoor {
  graph: Graph;
  events?: FieldEvents;
}

/** The changes that were taken back (or brought back), in that order, and the proposals whose state this altered. */
export interface HistoryResult {
  changes: Change[];
  changed: { id: string; state: ProposalState }[];
}

export interface UndoInput {
  count?: number;
  number?: number | undefined;
  cascade?: boolean;
  /** only what was decided on proposals: whatever else was done since stays */
  decisions?: boolean | undefined;
}

const decisionKinds: readonly ChangeKind[] = ['accept', 'reject', 'later'];

/**
 * Takes back the newest `count` decisions and edits, or the one of `number`. One transaction: all of it or nothing.
 * @throws AppError nothing_to_undo, not_undoable, not_found;
 * stands_on (values.changes: numbers, values.kinds beside them) when later decisions need what this one made and `cascade` is not given
 */
export async function undo(
  { graph, events }: HistoryDoor,
  { count = 1, number, cascade = false, decisions = false }: UndoInput,
): Promise<HistoryResult> {
  const done = await graph.write(async (tx) => {
    const steps: HistoryEntry[] = [];
    for (let left = number === undefined ? count : 1; left > 0; left--) {
      const target = number ?? (await readNewest(tx, decisions ? decisionKinds : null));
      if (target === null) {
        if (steps.length > 0) break;
        throw new AppError('nothing_to_undo');
      }
      for (const each of await withThoseOnIt(tx, target, cascade)) steps.push(await undoOne(tx, each));
    }
    return steps;
  });
  return tell(done, events);
}

/** Brings back the newest `count` that were undone, as long as nothing new was decided since. @throws AppError nothing_to_redo */
export async function redo(
  { graph, events }: HistoryDoor,
  { count = 1 }: { count?: number },
): Promise<HistoryResult> {
  const done = await graph.write(async (tx) => {
    const steps: HistoryEntry[] = [];
    for (let left = count; left > 0; left--) {
      const [newest] = await tx.run(newestUndo);
      if (newest === undefined) {
        if (steps.length > 0) break;
        throw new AppError('nothing_to_redo');
      }
      steps.push(await redoOne(tx, { undoNumber: Number(newest['number']), of: Number(newest['of']) }));
    }
    return steps;
  });
  return tell(done, events);
}

interface HistoryEntry {
  change: Change;
  kind: 'undo' | 'redo';
  number: number;
  applied: Step[];
}

async function undoOne(tx: Tx, target: number): Promise<HistoryEntry> {
  const { change, effect } = await read(tx, target);
  return log(tx, { change, kind: 'undo', inverted: effect });
}

async function redoOne(
  tx: Tx,
  { undoNumber, of }: { undoNumber: number; of: number },
): Promise<HistoryEntry> {
  const { change } = await read(tx, of);
  await tx.run(markRedone, { number: undoNumber });
  return log(tx, { change, kind: 'redo', inverted: undoNumber });
}

async function log(
  tx: Tx,
  { change, kind, inverted }: { change: Change; kind: 'undo' | 'redo'; inverted: number },
): Promise<HistoryEntry> {
  const [row] = await tx.run(readSteps, { number: inverted });
  const steps = invertAll(Step.array().parse(JSON.parse(String(row?.['steps']))));
  const values = { ...change.values, kind: change.kind, number: change.number };
  const { number, applied } = await logSteps(tx, { kind, values, steps, mode: 'again', of: change.number });
  await tx.run(markUndone, { number: change.number, undone: kind === 'undo', effect: number });
  return { change: { ...change, undone: kind === 'undo' }, kind, number, applied };
}

/** The change and those that stand on it, in force, newest first. */
async function withThoseOnIt(tx: Tx, target: number, cascade: boolean): Promise<number[]> {
  const { change } = await read(tx, target);
  if (!change.undoable || change.undone)
    throw new AppError('not_undoable', { values: { number: target, kind: change.kind } });
  const found = new Set([target]);
  // A set grows while it is walked: what stands on what stands on it comes too.
  for (const each of found) {
    const { founds } = await read(tx, each);
    const rows = await tx.run(standingOn, { number: each, founds });
    for (const row of rows) found.add(Number(row['number']));
  }
  const later = [...found].filter((each) => each !== target).sort((a, b) => b - a);
  if (later.length > 0 && !cascade) throw await standsOn(tx, target, later);
  return [...later, target];
}

async function standsOn(tx: Tx, target: number, later: readonly number[]): Promise<AppError> {
  const changes: Change[] = [];
  for (const number of later) changes.push((await read(tx, number)).change);
  return new AppError('stands_on', {
    values: {
      number: target,
      count: changes.length,
      changes: changes.map(({ number }) => String(number)),
      kinds: changes.map(({ kind }) => kind),
      titles: changes.map(({ values }) => String(values['title'] ?? values['from'] ?? '')),
    },
  });
}

async function read(tx: Tx, number: number): Promise<{ change: Change; founds: string[]; effect: number }> {
  const [row] = await tx.run(readChange, { number });
  if (row === undefined) throw new AppError('not_found', { values: { id: String(number) } });
  return { change: toChange(row), founds: row['founds'] as string[], effect: Number(row['effect']) };
}

async function readNewest(tx: Tx, kinds: readonly ChangeKind[] | null): Promise<number | null> {
  const [row] = await tx.run(newestUndoable, { kinds });
  return row === undefined ? null : Number(row['number']);
}

function tell(done: readonly HistoryEntry[], events: FieldEvents | undefined): HistoryResult {
  const states = new Map<string, ProposalState>();
  for (const step of done.flatMap(({ applied }) => applied)) {
    if (step.type !== 'set' || step.node.label !== 'Proposal') continue;
    const state = ProposalState.safeParse(step.after['state']);
    if (state.success) states.set(step.node.id, state.data);
  }
  for (const { kind, number } of done) events?.publish({ type: 'change', number, kind });
  if (states.size > 0) events?.publish({ type: 'proposals' });
  if (done.length > 0) events?.publish({ type: 'field' });
  return {
    changes: done.map(({ change }) => change),
    changed: [...states].map(([id, state]) => ({ id, state })),
  };
}
