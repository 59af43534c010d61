import { expect, test } from 'vitest';
import { paceOf } from './kind-pace.ts';

test('links come first; other kinds as often as their like are accepted', () => {
  const start = paceOf([]);
  expect(start['link']).toBe(1);
  expect(start['merge']).toBeGreaterThan(1);
  expect(start['concept']).toBeGreaterThan(20);
  const taught = paceOf([
    { kind: 'concept', accepted: 40, count: 40 },
    { kind: 'link', accepted: 5, count: 40 },
  ]);
  expect(taught['concept']).toBe(1);
  expect(taught['link']).toBeGreaterThan(2);
});
