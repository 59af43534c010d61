/** A round place on the map; a fixed one stays where it is. */
export interface Disc {
  id: string;
  radius: number;
  x: number;
  y: number;
  fixed: boolean;
}

/** Discs that stay where they are, found by their place. */
export interface Standing {
  discs: readonly Disc[];
  grid: Grid;
  /** of a cell */
  width: number;
}

/** `clearance` and the size of the largest are to be those of what will be pushed. */
export function standing(discs: readonly Disc[], clearance: number): Standing {
  const width = widthFor(discs, clearance);
  const grid = createGrid(discs.length);
  for (const [at, { x, y }] of discs.entries()) grid.add(at, Math.floor(x / width), Math.floor(y / width));
  return { discs, grid, width };
}

/**
 * One pass that moves overlapping discs apart, in place; `clearance` is the clear ground between two, in radii of the smaller. `among`: what stands there
 * already, and costs nothing but where something comes near it. Gives how many pairs still overlapped. A grid as wide as the largest disc keeps it near linear.
 */
export function pushApart(discs: readonly Disc[], clearance: number, among?: Standing): number {
  const width = among?.width ?? widthFor(discs, clearance);
  const grid = createGrid(discs.length);
  let overlapped = 0;
  for (const [at, disc] of discs.entries()) {
    const [column, row] = [Math.floor(disc.x / width), Math.floor(disc.y / width)];
    const partFrom = (others: readonly Disc[], where: Grid) => {
      for (let dx = -1; dx <= 1; dx++)
        for (let dy = -1; dy <= 1; dy++)
          for (let other = where.first(column + dx, row + dy); other >= 0; other = where.next(other))
            if (partPair(others[other] as Disc, disc, clearance)) overlapped += 1;
    };
    if (among) partFrom(among.discs, among.grid);
    partFrom(discs, grid);
    grid.add(at, column, row);
  }
  return overlapped;
}

function widthFor(discs: readonly Disc[], clearance: number): number {
  return discs.reduce((most, { radius }) => Math.max(most, radius), 1) * (2 + clearance);
}

type Grid = ReturnType<typeof createGrid>;

/** Who stands in each cell of a grid without end. Cells that share a slot are told apart: nobody is met twice. */
function createGrid(size: number) {
  const slots = 2 ** Math.ceil(Math.log2(2 * size + 2));
  const heads = new Int32Array(slots).fill(-1);
  const after = new Int32Array(size);
  const columns = new Int32Array(size);
  const rows = new Int32Array(size);
  const slotOf = (column: number, row: number) =>
    (Math.imul(column, 73_856_093) ^ Math.imul(row, 19_349_663)) & (slots - 1);
  const inCell = (from: number, column: number, row: number) => {
    let at = from;
    while (at >= 0 && (columns[at] !== column || rows[at] !== row)) at = after[at] as number;
    return at;
  };
  return {
    first: (column: number, row: number) => inCell(heads[slotOf(column, row)] as number, column, row),
    next: (at: number) => inCell(after[at] as number, columns[at] as number, rows[at] as number),
    add(at: number, column: number, row: number) {
      const slot = slotOf(column, row);
      columns[at] = column;
      rows[at] = row;
      after[at] = heads[slot] as number;
      heads[slot] = at;
    },
  };
}

export function moveDisc(disc: Disc, dx: number, dy: number): void {
  if (disc.fixed) return;
  disc.x += dx;
  disc.y += dy;
}

function partPair(a: Disc, b: Disc, clearance: number): boolean {
  if (a.fixed && b.fixed) return false;
  const least = a.radius + b.radius + clearance * Math.min(a.radius, b.radius);
  const [dx, dy] = [b.x - a.x || 0.01, b.y - a.y || 0.01];
  const distance = Math.hypot(dx, dy);
  if (distance >= least - 0.01) return false;
  const part = ((least - distance) / distance) * (a.fixed || b.fixed ? 1 : 0.5);
  moveDisc(a, -dx * part, -dy * part);
  moveDisc(b, dx * part, dy * part);
  return true;
}
