import { expect, test } from 'vitest';
import { spreadOverNotes } from './spread-over-notes.ts';

test('a second place in a note comes after other notes that are nearly as good, and before those that are not', () => {
  const hit = (rootId: string, at: number, score: number) => ({ row: { rootId }, at, score });
  const spread = spreadOverNotes([
    hit('a', 1, 1),
    hit('a', 2, 0.98),
    hit('a', 3, 0.97),
    hit('b', 1, 0.9),
    hit('c', 1, 0.3),
  ]);
  expect(spread.map(({ row, at }) => row.rootId + at)).toEqual(['a1', 'b1', 'a2', 'a3', 'c1']);
});
