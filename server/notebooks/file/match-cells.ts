import { inputKey, type StoredCell } from '../stored-cell.ts';
import type { FileCell } from './read-file.ts';

/** For each cell of a file the one of the notebook that it is: by name, else the very same, else the next of its kind; null: it is new. */
export function matchCells(file: readonly FileCell[], cells: readonly StoredCell[]): (StoredCell | null)[] {
  const left = new Set(cells);
  const take = (isIt: (cell: StoredCell) => boolean): StoredCell | null => {
    const found = cells.find((cell) => left.has(cell) && isIt(cell)) ?? null;
    if (found) left.delete(found);
    return found;
  };
  const byName = file.map(({ name, input }) =>
    name === null ? null : take((cell) => cell.name === name && cell.input.kind === input.kind),
  );
  const same = file.map((each, at) => byName[at] ?? take((cell) => isSame(cell, each)));
  return file.map(({ input }, at) => same[at] ?? take((cell) => cell.input.kind === input.kind));
}

export function isSame(cell: StoredCell, { name, input }: Pick<FileCell, 'name' | 'input'>): boolean {
  return cell.name === name && inputKey(cell.input) === inputKey(input);
}
