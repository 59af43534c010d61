import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, overlaps, placeLabels } from './place-labels.ts';

const box = fc
  .record({
    x: fc.integer({ min: -300, max: 900 }),
    y: fc.integer({ min: -300, max: 900 }),
    w: fc.integer({ min: 10, max: 200 }),
  })
  .map(({ x, y, w }): Box => ({ left: x, top: y, right: x + w, bottom: y + 16 }));

test('no two labels on the map overlap, whatever is asked', () => {
  fc.assert(
    fc.property(fc.array(fc.array(box, { minLength: 1, maxLength: 4 }), { maxLength: 80 }), (asked) => {
      const placed = placeLabels(asked.map((at, item) => ({ item, at })));
      for (const [index, a] of placed.entries())
        for (const b of placed.slice(index + 1)) expect(overlaps(a.box, b.box)).toBe(false);
    }),
  );
});

test('a label that comes first keeps its best place, a later one takes the next that is free', () => {
  const at = (left: number): Box => ({ left, top: 0, right: left + 50, bottom: 10 });
  expect(
    placeLabels([
      { item: 'a', at: [at(0)] },
      { item: 'b', at: [at(20), at(60)] },
      { item: 'c', at: [at(30)] },
    ]).map(({ item, box: { left } }) => [item, left]),
  ).toEqual([
    ['a', 0],
    ['b', 60],
  ]);
});
