/** A round place on the map; a fixed one stays where it is. */
export interface Disc {
  id: string;
  radius: number;
  x: number;
  y: number;
  fixed: boolean;
}

/**
 * One pass that moves overlapping discs apart, in place; `clearance` is the clear ground between two, in radii of the smaller.
 * Gives how many pairs still overlapped. A grid as wide as the largest disc keeps it near linear.
 */
export function pushApart(discs: readonly Disc[], clearance: number): number {
  const width = discs.reduce((most, { radius }) => Math.max(most, radius), 1) * (2 + clearance);
  const cells = new Map<number, Disc[]>();
  let overlapped = 0;
  for (const disc of discs) {
    const [column, row] = [Math.floor(disc.x / width), Math.floor(disc.y / width)];
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of cells.get(cellOf(column + dx, row + dy)) ?? [])
          overlapped += Number(partPair(other, disc, clearance));
    const own = cellOf(column, row);
    const cell = cells.get(own);
    if (cell) cell.push(disc);
    else cells.set(own, [disc]);
  }
  return overlapped;
}

/** One number a cell: no field is ten million cells wide. */
function cellOf(column: number, row: number): number {
  return column * 20_000_003 + row;
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
