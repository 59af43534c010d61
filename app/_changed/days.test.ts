import { expect, test } from 'vitest';
import { dayAt, daysBefore, shareOf } from './days.ts';

test('a share of a period is a day and back', () => {
  expect(dayAt('2026-01-01', '2026-12-31', 0)).toBe('2026-01-01');
  expect(dayAt('2026-01-01', '2026-12-31', 1)).toBe('2026-12-31');
  expect(dayAt('2026-01-01', '2026-01-11', 0.5)).toBe('2026-01-06');
  expect(shareOf('2026-01-01', '2026-01-11', '2026-01-06')).toBe(0.5);
  expect(shareOf('2026-01-01', '2026-01-01', '2026-01-01')).toBe(1);
  expect(daysBefore('2026-11-29', 30)).toBe('2026-10-30');
});
