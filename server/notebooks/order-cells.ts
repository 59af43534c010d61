import type { CellProblem } from '../../graph-schema/views/cells/cell-problem.ts';
import { nearestName } from '../../scenes/formula/nearest-name.ts';

/** What the order of running is made from. */
export interface UsingCell {
  id: string;
  name: string | null;
  uses: readonly string[];
}

export interface CellOrder {
  /** ids, each after all that it uses; cells of a circle stand at the end */
  ids: string[];
  /** what is wrong with how cells use each other, by id */
  problems: ReadonlyMap<string, CellProblem>;
  /** the cells whose results this one takes */
  usedBy(id: string): string[];
  /** all that follows from these cells, themselves included */
  following(ids: readonly string[]): Set<string>;
  /** all that these cells are made from, themselves included */
  leadingTo(ids: readonly string[]): Set<string>;
}

/** The order follows use, not place. Cells of one name and circles are problems of each of those cells. */
export function orderCells(cells: readonly UsingCell[]): CellOrder {
  const named = new Map<string, UsingCell[]>();
  for (const cell of cells)
    if (cell.name !== null) named.set(cell.name, [...(named.get(cell.name) ?? []), cell]);
  const problems = new Map<string, CellProblem>();
  const used = new Map<string, string[]>();
  for (const cell of cells) {
    const found = cell.uses.map((name) => ({ name, meant: named.get(name) ?? [] }));
    used.set(
      cell.id,
      found.flatMap(({ meant }) => (meant.length === 1 ? meant.map(({ id }) => id) : [])),
    );
    const own = cell.name === null ? [] : (named.get(cell.name) ?? []);
    const twice = own.length > 1 ? cell.name : found.find(({ meant }) => meant.length > 1)?.name;
    const none = found.find(({ meant }) => meant.length === 0);
    if (twice != null) {
      const places = (named.get(twice) ?? []).map((each) => cells.indexOf(each) + 1).join(', ');
      problems.set(cell.id, { code: 'same_name', values: { name: twice, places } });
    } else if (none) {
      const nearest = nearestName(none.name, [...named.keys()]);
      problems.set(cell.id, {
        code: 'unknown_name',
        values: { name: none.name, nearest, known: nearest === '' ? 'no' : 'yes' },
      });
    }
  }
  const usedBy = (id: string) => used.get(id) ?? [];
  const ids = inOrder(cells, usedBy);
  const placed = new Set(ids);
  for (const cell of cells) {
    if (placed.has(cell.id)) continue;
    ids.push(cell.id);
    const circle = circleFrom(cell.id, usedBy);
    if (circle === null || problems.has(cell.id)) continue;
    const names = circle.map((id) => `$${cells.find((each) => each.id === id)?.name ?? ''}`);
    problems.set(cell.id, { code: 'circle', values: { names: names.join(' → ') } });
  }
  const using = (id: string) => cells.filter((cell) => usedBy(cell.id).includes(id)).map((cell) => cell.id);
  return {
    ids,
    problems,
    usedBy,
    following: (from) => reach(from, using),
    leadingTo: (from) => reach(from, usedBy),
  };
}

/** Those that can be placed: each after what it uses, else as they stand. */
function inOrder(cells: readonly UsingCell[], usedBy: (id: string) => string[]): string[] {
  const ids: string[] = [];
  const placed = new Set<string>();
  let left = cells.map(({ id }) => id);
  for (let before = -1; before !== left.length;) {
    before = left.length;
    for (const id of left) {
      if (!usedBy(id).every((other) => placed.has(other))) continue;
      placed.add(id);
      ids.push(id);
    }
    left = left.filter((id) => !placed.has(id));
  }
  return ids;
}

/** The way from a cell by what it uses back to itself; null: there is none. */
function circleFrom(start: string, usedBy: (id: string) => string[]): string[] | null {
  const cameFrom = new Map<string, string>();
  const rim = [start];
  for (let id = rim.shift(); id !== undefined; id = rim.shift())
    for (const next of usedBy(id)) {
      if (next === start) {
        const way = [start];
        for (let at: string | undefined = id; at !== undefined && at !== start; at = cameFrom.get(at))
          way.splice(1, 0, at);
        return [...way, start];
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      rim.push(next);
    }
  return null;
}

function reach(from: readonly string[], step: (id: string) => string[]): Set<string> {
  const found = new Set(from);
  for (const id of found) for (const next of step(id)) found.add(next);
  return found;
}
