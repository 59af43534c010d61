import { expect, test } from 'vitest';
import { stem, stemsOf, wordsOf } from './stem.ts';

test('all forms of a Russian or English word share one stem', () => {
  expect(new Set(['заметка', 'заметки', 'заметками', 'ЗАМЕТКУ'].map(stem)).size).toBe(1);
  expect(new Set(['link', 'links', 'linked', 'Linking'].map(stem)).size).toBe(1);
  expect(stem('ещё')).toBe(stem('еще'));
});

test('words keep their place in the text', () => {
  const text = 'Связь — «link», 2 раза';
  expect(wordsOf(text).map((word) => text.slice(word.start, word.end))).toEqual([
    'Связь',
    'link',
    '2',
    'раза',
  ]);
  expect(stemsOf('')).toEqual([]);
});
