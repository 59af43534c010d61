import { expect, test } from 'vitest';
import { corpusOf } from '../testing/corpus-of.ts';
import type { NamedThing } from './kind-input.ts';
import { unlistedNotes } from './unlisted-notes.ts';

/** Names of what is called for in these notes, each with the note that it means. */
function meantIn(texts: Readonly<Record<string, string>>): string[] {
  const corpus = corpusOf(texts);
  const missing = new Map<string, number[]>();
  for (const [at, { text }] of corpus.notes.entries())
    for (const [, called = ''] of text.matchAll(/\[\[([^\]]+)\]\]/g))
      if (!(called in texts)) missing.set(called, [...(missing.get(called) ?? []), at]);
  const things: NamedThing[] = [
    ...corpus.notes.map(({ id, title }) => ({ id, kind: 'note' as const, title, aliases: [], places: [] })),
    ...Array.from(missing, ([title, notes]) => ({
      id: `missing ${title}`,
      kind: 'missing' as const,
      title,
      aliases: [],
      places: notes.map((note) => ({ note, at: 0 })),
    })),
  ];
  return unlistedNotes({ corpus, things }).map(({ a, b }) => `${things[a]?.title} = ${things[b]?.title}`);
}

const list = '[[Панель тегов]] [[Прилив]] [[Отлив]] [[Шторм]] [[Луна]]';
const others = { Прилив: 'вода', Отлив: 'вода', Шторм: 'ветер' };

test('what a list calls by an older name is the note that links the list and is not in it', () => {
  expect(meantIn({ ...others, Список: list, 'Просмотр тегов': 'Входит в [[Список]].' })).toEqual([
    'Панель тегов = Просмотр тегов',
  ]);
  expect(meantIn({ ...others, Список: list, 'Просмотр тегов': 'Сам по себе.' })).toEqual([]);
});

test('what a list calls by a part of its title is the note beside those that it lists', () => {
  expect(meantIn({ ...others, Список: list, 'Фазы луны': 'Сама по себе.' })).toEqual(['Луна = Фазы луны']);
  expect(meantIn({ ...others, Список: '[[Луна]] [[Прилив]]', 'Фазы луны': 'Сама по себе.' })).toEqual([]);
});

test('a word of two titles tells of neither, and what the list names already is not meant', () => {
  const texts = { ...others, Список: list, 'Просмотр тегов': '[[Список]]' };
  expect(meantIn({ ...texts, 'Цвета тегов': '[[Список]]' })).toEqual([]);
  expect(meantIn({ ...texts, Список: `${list} [[Просмотр тегов]]` })).toEqual([]);
});
