import { createHash } from 'node:crypto';
import { type ErrorValues, isAppError } from '../../graph-schema/app-error.ts';
import type { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import type { Table } from '../../graph-schema/views/cells/table.ts';
import type { CellInput, CellResult, InputKind } from '../../graph-schema/views/notebook-view.ts';
import type { CellDoor, CellOutcome } from './cells/cell-kind.ts';
import { dependsOn, runInput } from './cells/cell-kinds.ts';
import { inputKey, type Made, type Met } from './stored-cell.ts';

/** What came of one run. With a result there may be a problem, too: a formula shows where it is wrong. */
export interface Ran {
  result: CellResult | null;
  table: Table | null;
  made: Made | null;
  met: Met | null;
}

export interface UsedCell {
  name: string;
  digest: string;
  table: Table;
}

const none: Table = { columns: [], rows: [] };

/** Runs one cell on what the cells that it uses came to. Whatever happens is told in the answer; nothing is thrown. */
export async function runCell(
  input: CellInput,
  {
    door,
    used,
    lacks,
    change,
    signal,
  }: {
    door: CellDoor;
    used: readonly UsedCell[];
    /** the name of a used cell that came to nothing */
    lacks: string | null;
    change: number;
    signal: AbortSignal;
  },
): Promise<Ran> {
  const began = performance.now();
  const at = new Date().toISOString();
  const key = inputKey(input);
  const context = { door, signal, used: new Map(used.map(({ name, table }) => [name, table])) };
  const outcome: CellOutcome<InputKind> =
    lacks === null
      ? await unlessStopped(
          runInput(input, context).catch((error: unknown) => ({ problem: faultOf(error) })),
          signal,
        )
      : { problem: { code: 'used_has_none' as const, values: { name: lacks } } };
  const seconds = (performance.now() - began) / 1000;
  const { result = null, problem, table = none, seed = null } = outcome;
  const made: Made | null = result && {
    input: key,
    change,
    models: dependsOn(input, 'model') ? [...door.models()] : [],
    seed,
    digest: createHash('sha256').update(JSON.stringify(table)).digest('hex').slice(0, 16),
    used: Object.fromEntries(used.map(({ name, digest }) => [name, digest])),
    at,
    seconds,
  };
  return { result, table: result && table, made, met: problem ? { problem, input: key, at, seconds } : null };
}

/** What does not listen to the signal is left alone; it writes nothing. */
async function unlessStopped<T>(
  work: Promise<T>,
  signal: AbortSignal,
): Promise<T | { problem: CellProblem }> {
  const stopped = { problem: { code: 'stopped' as const, values: {} } };
  if (signal.aborted) return stopped;
  let hear = () => {};
  const aborted = new Promise<typeof stopped>((resolve) => {
    hear = () => resolve(stopped);
    signal.addEventListener('abort', hear, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', hear);
  }
}

function faultOf(error: unknown): CellProblem {
  if (!isAppError(error)) return { code: 'fault', values: {}, fault: 'internal' };
  return { code: 'fault', values: plainValues(error.values), fault: error.code };
}

function plainValues(values: ErrorValues): CellProblem['values'] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}
