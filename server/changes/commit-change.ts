import type { Change, ChangeKind } from '../../graph-schema/change.ts';
import type { Tx } from '../graph/graph.ts';
import { applySteps, type ApplyContext } from './apply-steps.ts';
import { completeChange as setChange, createChange, lockNumber, nextNumber } from './changes.cypher.ts';
import { foundedBy, touchedBy, type Step } from './steps.ts';

/** Kinds that a person can take back. Ingest is not: the vault says what it says. */
const undoableKinds = new Set<ChangeKind>([
  'accept',
  'reject',
  'later',
  'edit',
  'forget',
  'import',
  'pack_removed',
]);

export interface NewChange {
  kind: ChangeKind;
  /** fill the sentence that messages/ has for this kind */
  values: Change['values'];
  steps: readonly Step[];
  /** ids of nodes that were altered by other means than steps (an ingest), so that their history names this change */
  touches?: readonly string[];
}

/**
 * Applies the steps and writes them into the log, in the caller's transaction; returns the change's number.
 * What the steps make new carries that number as `since`.
 * @throws AppError not_found where a step names what is not there
 */
export async function commitChange(tx: Tx, change: NewChange): Promise<number> {
  const { number } = await logSteps(tx, { ...change, mode: 'decided', of: null });
  return number;
}

/** What could not be told of a change without steps when it was logged; returns its number. */
export async function completeChange(
  tx: Tx,
  number: number,
  { values, touches }: { values: Change['values']; touches: readonly string[] },
): Promise<number> {
  await tx.run(setChange, { number, values: JSON.stringify(values), touches });
  return number;
}

/** `of`: the change that an undo or redo is about. */
export async function logSteps(
  tx: Tx,
  {
    kind,
    values,
    steps,
    touches = [],
    mode,
    of,
  }: NewChange & { mode: ApplyContext['mode']; of: number | null },
): Promise<{ number: number; applied: Step[] }> {
  const number = await takeNumber(tx);
  const applied = await applySteps(tx, steps, { mode, number });
  await tx.run(createChange, {
    number,
    kind,
    at: new Date().toISOString(),
    values: JSON.stringify(values),
    steps: JSON.stringify(applied),
    touches: [...new Set([...touches, ...applied.flatMap(touchedBy)])],
    founds: [...new Set(applied.flatMap(foundedBy))],
    undoable: undoableKinds.has(kind) && applied.length > 0,
    of,
  });
  return { number, applied };
}

/** The number that the next change of this transaction will have. */
export async function nextChangeNumber(tx: Tx): Promise<number> {
  const [row] = await tx.run(lockNumber);
  return Number(row?.['number']);
}

async function takeNumber(tx: Tx): Promise<number> {
  const [row] = await tx.run(nextNumber);
  return Number(row?.['number']);
}
