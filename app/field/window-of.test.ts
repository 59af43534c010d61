import { expect, test } from 'vitest';
import { windowOf } from './window-of.ts';

test('a window holds what is in sight with room around it, and stays while the hand moves a little', () => {
  const seen = { x1: 110, y1: -95, x2: 610, y2: 205 };
  const asked = windowOf(seen);
  expect(asked).toEqual({ x1: -128, y1: -256, x2: 768, y2: 384 });
  expect(windowOf({ x1: 120, y1: -90, x2: 620, y2: 210 })).toEqual(asked);
  const near = windowOf({ x1: 10, y1: 10, x2: 10.2, y2: 10.1 });
  expect(near.x2 - near.x1).toBeLessThan(2);
});
