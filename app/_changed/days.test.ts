import { expect, test } from 'vitest';
import { dayAt, daysAgo, shareOf } from './days.ts';

test('a share of a period is a day and back', () => {
  expect(dayAt('2026-01-01', '2026-12-31', 0)).toBe('2026-01-01');
  expect(dayAt('2026-01-01', '2026-12-31', 1)).toBe('2026-12-31');
  expect(dayAt('2026-01-01', '2026-01-11', 0.5)).toBe('2026-01-06');
  expect(shareOf('2026-01-01', '2026-01-11', '2026-01-06')).toBe(0.5);
  expect(shareOf('2026-01-01', '2026-01-01', '2026-01-01')).toBe(1);
  expect(daysAgo(30, Date.parse('2026-11-29T10:00:00Z'))).toBe('2026-10-30');
});
