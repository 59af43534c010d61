import { expect, test } from 'vitest';
import { isMatch } from './match-words.ts';

test('a command is found by beginnings of its words, with е for ё', () => {
  expect(isMatch('Тёмная тема', 'тем')).toBe(true);
  expect(isMatch('Открыть папку с заметками', 'пап откр')).toBe(true);
  expect(isMatch('Открыть папку', 'апку')).toBe(false);
});

test('typed on the wrong keyboard layout, it is found all the same', () => {
  expect(isMatch('Тёмная тема', 'ntvyfz')).toBe(true);
  expect(isMatch('Undo the last decision', 'гтвщ')).toBe(true);
});
