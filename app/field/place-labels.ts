/** A box on the screen, CSS pixels. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A label that wants a place. `at` are boxes it may take, best first; `isSure` ones take their first place when none is free. */
export interface Wanted<T> {
  item: T;
  at: readonly Box[];
  isSure?: boolean;
}

/** Cells of the grid that finds neighbours quickly, CSS pixels. */
const cell = 64;

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

export function isWithin({ left, right, top, bottom }: Box, { x, y }: { x: number; y: number }): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** Gives places in the order asked, so that no two labels overlap; a label without a free place is left out. */
export function placeLabels<T>(wanted: readonly Wanted<T>[]): { item: T; box: Box }[] {
  const grid = new Map<string, Box[]>();
  const placed: { item: T; box: Box }[] = [];
  for (const { item, at, isSure } of wanted) {
    const box = at.find((one) => isFree(grid, one)) ?? (isSure === true ? at[0] : undefined);
    if (box === undefined) continue;
    placed.push({ item, box });
    for (const key of cellsOf(box)) grid.set(key, [...(grid.get(key) ?? []), box]);
  }
  return placed;
}

function isFree(grid: ReadonlyMap<string, readonly Box[]>, box: Box): boolean {
  return cellsOf(box).every((key) => grid.get(key)?.every((other) => !overlaps(other, box)) ?? true);
}

function cellsOf({ left, top, right, bottom }: Box): string[] {
  const keys: string[] = [];
  for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1)
    for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1) keys.push(`${x},${y}`);
  return keys;
}
