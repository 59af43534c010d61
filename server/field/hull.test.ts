import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { convexHull, outline, type Point } from './hull.ts';

const points = fc.array(fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 })), {
  minLength: 3,
  maxLength: 40,
});
const isLeft = (a: Point, b: Point, c: Point) =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) >= 0;

test('every point lies within its hull', () => {
  fc.assert(
    fc.property(points, (all) => {
      const hull = convexHull(all);
      if (hull.length < 3) return;
      hull.forEach((corner, index) => {
        const next = hull[(index + 1) % hull.length] ?? corner;
        for (const point of all) expect(isLeft(corner, next, point)).toBe(true);
      });
    }),
  );
});

test('an outline keeps its margin, closes around a single note, and one stray note does not blow it up', () => {
  expect(outline([[0, 0]], 40)).toHaveLength(8);
  const close: Point[] = [
    [0, 0],
    [10, 0],
    [0, 10],
    [10, 10],
    [5, 5],
    [4, 6],
  ];
  const reach = (hull: Point[]) => Math.max(...hull.map(([x]) => x));
  expect(reach(outline(close, 40))).toBe(50);
  expect(reach(outline([...close, [2000, 0]], 40))).toBe(50);
});
