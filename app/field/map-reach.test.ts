import { expect, test } from 'vitest';
import { isInside } from './map-reach.ts';

const line = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 5, y: 2 },
  { x: 0, y: 10 },
];

test('inside a drawn line is what it goes round, also where it bends inwards', () => {
  expect(isInside(line, { x: 1, y: 5 })).toBe(true);
  expect(isInside(line, { x: 5, y: 8 })).toBe(false);
  expect(isInside(line, { x: 20, y: 1 })).toBe(false);
  expect(isInside([], { x: 0, y: 0 })).toBe(false);
});
