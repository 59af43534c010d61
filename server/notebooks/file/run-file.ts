import type { CellProblem } from '../../../graph-schema/views/cells/cell-problem.ts';
import type { InputKind } from '../../../graph-schema/views/notebook-view.ts';
import type { CellDoor } from '../cells/cell-kind.ts';
import { isRunnable, namesUsed } from '../cells/cell-kinds.ts';
import { orderCells } from '../order-cells.ts';
import { type Ran, runCell } from '../run-cells.ts';
import type { FileProblem } from './file-problem.ts';
import { readFile } from './read-file.ts';
import { resultMarkdown } from './result-markdown.ts';
import { writeFile } from './write-file.ts';

export interface RunReport {
  cells: {
    name: string | null;
    kind: InputKind;
    state: 'fresh' | 'failed';
    seconds: number;
    problem: CellProblem | null;
  }[];
  /** the file with what its cells came to below each */
  text: string;
}

/** Runs all cells of a file over the field, each after what it uses, and keeps nothing of it. Text is not among the cells of the report. */
export async function runFile(
  { door, change, words }: { door: CellDoor; change: number; words: (problem: CellProblem) => string },
  { text, signal }: { text: string; signal: AbortSignal },
): Promise<RunReport | { problems: FileProblem[] }> {
  const read = readFile(text);
  if ('problems' in read) return read;
  const { file } = read;
  const order = orderCells(
    file.cells.map(({ name, input }, at) => ({ id: String(at), name, uses: namesUsed(input) })),
  );
  const ran = new Map<string, Ran>();
  for (const id of order.ids) {
    const cell = file.cells[Number(id)];
    if (!cell || !isRunnable(cell.input) || order.problems.has(id)) continue;
    const used = order.usedBy(id).flatMap((each) => {
      const { table, made, met } = ran.get(each) ?? {};
      const name = file.cells[Number(each)]?.name ?? '';
      return table && made && !met ? [{ name, table, digest: made.digest }] : [];
    });
    const lacking = order
      .usedBy(id)
      .find((each) => !used.some(({ name }) => name === file.cells[Number(each)]?.name));
    const lacks = lacking === undefined ? null : (file.cells[Number(lacking)]?.name ?? '');
    ran.set(id, await runCell(cell.input, { door, used, lacks, change, signal }));
  }
  const problemOf = (at: number) =>
    order.problems.get(String(at)) ?? ran.get(String(at))?.met?.problem ?? null;
  const runnable = file.cells.flatMap((cell, at) => (isRunnable(cell.input) ? [{ ...cell, at }] : []));
  return {
    cells: runnable.map(({ name, input, at }) => {
      const { made, met } = ran.get(String(at)) ?? {};
      const problem = problemOf(at);
      return {
        name,
        kind: input.kind,
        state: problem === null ? 'fresh' : 'failed',
        seconds: met?.seconds ?? made?.seconds ?? 0,
        problem,
      };
    }),
    text: writeFile({
      title: file.title ?? '',
      head: file.head,
      cells: file.cells.map((cell, at) => {
        if (!isRunnable(cell.input)) return cell;
        const result = resultMarkdown(
          { kind: cell.input.kind, table: ran.get(String(at))?.table ?? null, problem: problemOf(at) },
          words,
        );
        return result === '' ? cell : { ...cell, result };
      }),
    }),
  };
}
