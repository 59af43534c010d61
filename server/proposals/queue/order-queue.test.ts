import { expect, test } from 'vitest';
import { orderQueue } from './order-queue.ts';

const pair = (source: string, target: string, worth: number) => ({ source, target, worth });
const names = (queue: readonly { source: string; target: string }[]) =>
  queue.map(({ source, target }) => `${source}${target}`);

test('the best comes first, and a note that was just shown waits while others are nearly as good', () => {
  const queue = orderQueue([pair('a', 'b', 2), pair('a', 'c', 1.9), pair('d', 'e', 1.8), pair('f', 'g', 0)]);
  expect(names(queue)).toEqual(['ab', 'de', 'ac', 'fg']);
  expect(queue.map(({ order }) => order)).toEqual([2, 1.8, 1.9 - 0.35, 0]);
});

test('pairs of regions take turns, and what closes a wide gap comes sooner', () => {
  const inside = (source: string, target: string, worth: number) => ({
    ...pair(source, target, worth),
    regions: ['r', 'r'] as const,
  });
  const across = { ...pair('x', 'y', 0.97), regions: ['s', 'r'] as const };
  expect(names(orderQueue([inside('a', 'b', 1), inside('c', 'd', 1), across]))).toEqual(['ab', 'xy', 'cd']);
  expect(names(orderQueue([inside('a', 'b', 1), { ...across, worth: 0.7, gap: 1 }]))).toEqual(['xy', 'ab']);
});

test('no more than asked for', () => {
  expect(orderQueue([pair('a', 'b', 1), pair('c', 'd', 2)], 1)).toHaveLength(1);
  expect(orderQueue([])).toEqual([]);
});
