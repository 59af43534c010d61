import { expect, test } from 'vitest';
import { createIsNamed } from './names-of-notes.ts';

const isNamed = createIsNamed([
  'Создатель уникальных заметок',
  'Режимы просмотра и редактирования',
  'Купол',
  'Ядро системы',
]);

test.each([
  ['Plugins/Создатель уникальных заметок', true],
  ['Создание уникальной заметки', false],
  ['Купола', true],
  ['Представления и режимы редактирования', true],
  ['Автоматика купола', false],
  ['Ядро', false],
  ['', false],
])('%s: %s', (called, expected) => {
  expect(isNamed(called)).toBe(expected);
});
