import { median } from './median.ts';

export type Point = [number, number];

const corners = 8;

/**
 * Rounded convex outline, counter-clockwise, at `margin` around the points. Points farther out than `trim` times the median distance
 * from the middle are left out, so that one stray note does not blow its region up.
 */
export function outline(points: readonly Point[], margin: number, trim = 2.4): Point[] {
  // what lies inside adds nothing to the outline
  const outermost = convexHull(withoutStrays(points, trim));
  const around = outermost.flatMap(([x, y]) =>
    Array.from({ length: corners }, (_, corner): Point => {
      const angle = (corner / corners) * 2 * Math.PI;
      return [Math.round(x + Math.cos(angle) * margin), Math.round(y + Math.sin(angle) * margin)];
    }),
  );
  return convexHull(around);
}

/** Andrew's monotone chain. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  const lower = chain(sorted);
  const upper = chain(sorted.reverse());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function chain(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    for (;;) {
      const [a, b] = [kept.at(-2), kept.at(-1)];
      if (!a || !b || (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) > 0) break;
      kept.pop();
    }
    kept.push(point);
  }
  return kept;
}

function withoutStrays(points: readonly Point[], trim: number): readonly Point[] {
  if (points.length < 5) return points;
  const middle: Point = [median(points.map(([x]) => x)), median(points.map(([, y]) => y))];
  const distance = ([x, y]: Point) => Math.hypot(x - middle[0], y - middle[1]);
  const limit = trim * median(points.map(distance));
  return points.filter((point) => distance(point) <= limit);
}
