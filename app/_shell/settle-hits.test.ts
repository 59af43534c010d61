import { expect, test } from 'vitest';
import { settleHits } from './settle-hits.ts';

const settle = (shown: string, better: string) => settleHits([...shown], [...better], (hit) => hit).join('');

test('a better answer moves nothing that stays, and holds all of the answer', () => {
  expect(settle('abc', 'cab')).toBe('abc');
  expect(settle('abcd', 'xbdy')).toBe('xbyd');
  expect(settle('ab', 'xyzb')).toBe('xbyz');
  expect(settle('abc', 'b')).toBe('b');
  expect(settle('', 'xy')).toBe('xy');
});
