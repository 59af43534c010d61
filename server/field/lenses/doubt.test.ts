import { expect, test } from 'vitest';
import { fieldOf } from '../testing/field-of.ts';
import { doubtOf } from './doubt.ts';

test('what nobody has decided and what contradicts is in doubt, beside all that joins a scene', () => {
  const plain = fieldOf('a-b b-c', { days: { alone: '2026-01-01' } });
  const field = {
    ...plain,
    links: plain.links.map((link) => (link.from === 'b' ? { ...link, kind: 'contradicts' as const } : link)),
  };
  const doubt = doubtOf(field, new Map([['a', 3]]));
  expect(Object.fromEntries(doubt)).toEqual({ a: 3 / 4, b: 1 / 2, c: 1 });
});
