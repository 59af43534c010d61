import type { Box } from '../../graph-schema/views/field-view.ts';

/**
 * What is asked of the server for what is in sight: that and as much again around it, on a grid of a quarter of its size, so that a small step of the hand
 * asks for nothing new.
 */
export function windowOf({ x1, y1, x2, y2 }: Box): Box {
  const grid = 2 ** Math.ceil(Math.log2(Math.max(1, x2 - x1, y2 - y1))) / 4;
  const down = (value: number) => (Math.floor(value / grid) - 1) * grid;
  const up = (value: number) => (Math.ceil(value / grid) + 1) * grid;
  return { x1: down(x1), y1: down(y1), x2: up(x2), y2: up(y2) };
}
