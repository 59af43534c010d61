import { expect, test } from 'vitest';
import { embeddedPart } from './embedded-part.ts';

const note = '---\na: 1\n---\nПервый абзац.\n\nВторой,\nв две строки. ^two\n\n- один ^one-1\n- два ^one-2\n';

test('a block is found by its id; of a list only the item', () => {
  expect(embeddedPart(note, '^two')).toBe('Второй,\nв две строки. ^two');
  expect(embeddedPart(note, '^ONE-1')).toBe('- один ^one-1');
  expect(embeddedPart(note, '^none')).toBe('');
});

test('a whole note is shown without its properties, a long one cut at a line', () => {
  expect(embeddedPart(note, '')).toMatch(/^Первый абзац/u);
  const long = embeddedPart('строка\n'.repeat(2000), '');
  expect(long.length).toBeLessThan(4010);
  expect(long.endsWith('строка\n\n…')).toBe(true);
});
