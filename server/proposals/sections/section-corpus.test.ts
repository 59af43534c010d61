import { expect, test } from 'vitest';
import { sectionCorpus, type SectionRow } from './section-corpus.ts';

let made = 0;
const section = (title: string, texts: string[], more: Partial<SectionRow> = {}): SectionRow => {
  made += 1;
  const passages = texts.map((text, at) => ({ id: `p${made}-${at}`, text }));
  return {
    id: title,
    rootId: 'note',
    title,
    kind: 'section',
    aliases: [],
    passages,
    within: ['note'],
    next: [],
    links: [],
    ...more,
  };
};

const noteOf = (row: SectionRow) => sectionCorpus([row]).corpus.notes[0];

test('passages stand one after another, each where it is in the text', () => {
  const note = noteOf(section('Тесто', ['Тесто отдыхает час.', 'Потом его складывают.']));
  expect(note?.passages.map(({ start, end }) => note.text.slice(start, end))).toEqual([
    'Тесто отдыхает час.',
    'Потом его складывают.',
  ]);
});

test('what only leads elsewhere is blank and keeps its length; a section that has nothing else is left out', () => {
  const text = 'Тесто отдыхает час.\n- [[Мука]] — сколько её брать [^1].\n\n[^1]: [[Мука]]\n<!-- UID: 7 -->';
  const note = noteOf(section('Тесто', [text]));
  expect(note?.text).toHaveLength(text.length);
  expect(note?.text.trim()).toBe('Тесто отдыхает час.');
  expect(note?.passages[0]?.text).toBe(text);
  const lists = [section('Источники', ['[^1]: [[Мука]]\n[^2]: [[Печь]]']), section('См.', ['- [[Печь]]'])];
  expect(sectionCorpus(lists).corpus.notes).toEqual([]);
  const told = noteOf(section('Обзор', ['- [[Мука]] — сколько её брать на буханку']));
  expect(told?.text).toContain('сколько её брать на буханку');
});

test('headings lose their numbers and signs, a turn has none; words are those with content', () => {
  const rows = [
    section('2.1. Камень и жар', ['Печь и камень']),
    section('🍞 Где пробелы', ['Печь']),
    section('10 хлебов', ['Печь']),
    section('почему хлеб…', ['почему хлеб плоский? Смотри `bread/loaf.md`, раз уж 2 дня прошло'], {
      kind: 'turn',
    }),
  ];
  const { notes } = sectionCorpus(rows).corpus;
  expect(notes.map(({ title }) => title)).toEqual(['Камень и жар', 'Где пробелы', '10 хлебов', '']);
  const turn = notes[3];
  const words = turn?.words.map(({ start, end }) => turn.text.slice(start, end)) ?? [];
  expect(words).toEqual(expect.arrayContaining(['хлеб', 'плоский']));
  for (const none of ['bread', 'loaf', '2', 'уж']) expect(words).not.toContain(none);
});
