import { expect, test } from 'vitest';
import { partsOf } from './parts-of.ts';

test('a text may be split before each paragraph but the first', () => {
  const body = 'Первый абзац.\n\n## Второй\n\nТретий [[абзац]]. И дальше.\n\n';
  const parts = partsOf(body);
  expect(parts.map(({ title }) => title)).toEqual(['Второй', 'Третий абзац']);
  expect(body.slice(parts[1]?.at)).toMatch(/^Третий/);
});

test('one paragraph cannot be split', () => {
  expect(partsOf('Один.\nДва.')).toEqual([]);
  expect(partsOf('')).toEqual([]);
});
