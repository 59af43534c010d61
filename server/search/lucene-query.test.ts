import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuseRanks } from './fuse-ranks.ts';
import { lightWords, stemSet, tellingStems } from './light-words.ts';
import { luceneQuery, suggestQuery } from './lucene-query.ts';

test('whatever is typed, only letters, digits and our own operators reach Lucene', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const query of [luceneQuery(text), suggestQuery(text)]) {
        const words = query?.replaceAll(
          /"(?:\p{L}|\p{N}|\p{M}| )+"(?:\^2)?|(?:\p{L}|\p{N}|\p{M})+\*|\(|\)| OR | AND /gu,
          '',
        );
        expect(words ?? '').toBe('');
      }
    }),
  );
});

test('a word with е is asked for in each spelling, the phrase weighs more', () => {
  expect(luceneQuery('ёлки')).toBe('("елки" OR "ёлки")');
  expect(luceneQuery('Поле AND (сцен')).toContain('OR "поле and сцен"^2');
  expect(luceneQuery(' *?~ ')).toBeNull();
});

test('lit are the forms of the words that were asked for, by place', () => {
  const text = 'Сцены — это сцена за сценой, scenes too';
  const lit = lightWords(text, stemSet('сценами scene')).map(({ start, end }) => text.slice(start, end));
  expect(lit).toEqual(['Сцены', 'сцена', 'сценой', 'scenes']);
});

test('words without content are lit only where nothing else was asked', () => {
  const lit = (text: string, asked: string) =>
    lightWords(text, tellingStems(asked)).map(({ start, end }) => text.slice(start, end));
  expect(lit('a tool that counts the words', 'the tool that counts')).toEqual(['tool', 'counts']);
  expect(lit('вещь в себе', 'в')).toEqual(['в']);
});

test('what two ways find stands before what one finds; first everywhere scores one', () => {
  const lists = [
    { ids: ['a', 'b', 'c'], weight: 1 },
    { ids: ['b', 'd'], weight: 1 },
  ];
  expect(fuseRanks(lists).map(({ id }) => id)).toEqual(['b', 'a', 'd', 'c']);
  expect(fuseRanks(lists.map(({ weight }) => ({ ids: ['x'], weight })))).toEqual([{ id: 'x', score: 1 }]);
  expect(fuseRanks([])).toEqual([]);
});
