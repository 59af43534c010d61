import type { Place } from './place-groups.ts';

/** A rectangle of the square from (−1, −1) to (1, 1). */
interface Cell {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/**
 * Places spread evenly over a disc, in place, each with as much ground as any other: halves by their median, left and right or above and below by turns,
 * so that who lay left of whom mostly still does. Then the square is bent to a disc without changing areas.
 */
export function fillDisc(places: readonly Place[], disc: Place & { radius: number }): void {
  share(places, { x1: -1, y1: -1, x2: 1, y2: 1 }, (place, x, y) => {
    const bent = toDisc(x, y);
    place.x = disc.x + bent.x * disc.radius;
    place.y = disc.y + bent.y * disc.radius;
  });
}

function share(
  places: readonly Place[],
  cell: Cell,
  put: (place: Place, x: number, y: number) => void,
): void {
  const [only] = places;
  if (only === undefined) return;
  const { x1, y1, x2, y2 } = cell;
  if (places.length === 1) {
    put(only, (x1 + x2) / 2, (y1 + y2) / 2);
    return;
  }
  const half = places.length >> 1;
  const part = half / places.length;
  const isWide = x2 - x1 >= y2 - y1;
  const order = places.toSorted((a, b) => (isWide ? a.x - b.x : a.y - b.y));
  const [x, y] = [x1 + (x2 - x1) * part, y1 + (y2 - y1) * part];
  share(order.slice(0, half), isWide ? { ...cell, x2: x } : { ...cell, y2: y }, put);
  share(order.slice(half), isWide ? { ...cell, x1: x } : { ...cell, y1: y }, put);
}

/** Shirley and Chiu, A Low Distortion Map Between Disk and Square, 1997. */
function toDisc(x: number, y: number): Place {
  if (x === 0 && y === 0) return { x, y };
  const [reach, turn] =
    Math.abs(x) > Math.abs(y) ? [x, (Math.PI / 4) * (y / x)] : [y, Math.PI / 2 - (Math.PI / 4) * (x / y)];
  return { x: reach * Math.cos(turn), y: reach * Math.sin(turn) };
}
