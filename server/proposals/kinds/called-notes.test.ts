import { expect, test } from 'vitest';
import { createCalledNotes } from './called-notes.ts';

const titles = ['Создатель уникальных заметок', 'Режимы просмотра и редактирования', 'Купол', 'Ядро системы'];
const calledNotes = createCalledNotes(titles.map((title) => ({ title, aliases: [] })));

test.each([
  ['Plugins/Создатель уникальных заметок', [0]],
  ['Создание уникальной заметки', []],
  ['Купола', [2]],
  ['Представления и режимы редактирования', [1]],
  ['Автоматика купола', []],
  ['Ядро', []],
  ['просмотр-режима-редактирования-кода', []],
  ['', []],
])('%s: %s', (called, expected) => {
  expect(calledNotes(called)).toEqual(expected);
});
