import { expect, test } from 'vitest';
import { quoteAround } from './quote-around.ts';

function shown(text: string, ...words: string[]) {
  let at = 0;
  const lit = words.map((word) => {
    const start = text.indexOf(word, at);
    at = start + word.length;
    return { start, end: at };
  });
  const quote = quoteAround(text, lit);
  return [quote.text, ...quote.lit.map(({ start, end }) => quote.text.slice(start, end))];
}

test('a quote has the words a reader sees, and lights the same ones', () => {
  expect(shown('Поле держит [[Ядро]].', 'Поле', 'Ядро')).toEqual(['Поле держит Ядро.', 'Поле', 'Ядро']);
  expect(shown('См. [[Ядро#Порог|порог ядра]] здесь', 'ядра', 'здесь')).toEqual([
    'См. порог ядра здесь',
    'ядра',
    'здесь',
  ]);
  expect(shown('- [x] Собрать примеры ^65f4-0a\n  - [[#^65f4|((…))]] дальше', 'примеры', 'дальше')).toEqual([
    'Собрать примеры  ((…)) дальше',
    'примеры',
    'дальше',
  ]);
});

test('a line begins where most of the lit words stand together', () => {
  const [text] = shown(
    `слово ${'другое '.repeat(40)}счёт каждое слово за день`,
    'слово',
    'счёт',
    'слово',
    'день',
  );
  expect(text).toContain('счёт каждое слово за день');
  expect(text?.startsWith('слово')).toBe(false);
});

test('a word far in the text is brought into sight, and a lit word that is not shown lights nothing', () => {
  const [text, word] = shown(`${'слово '.repeat(40)}ядро в конце`, 'ядро');
  expect(text?.length).toBeLessThan(70);
  expect(word).toBe('ядро');
  expect(shown('[[Ядро|центр]] поля', 'Ядро')).toEqual(['центр поля']);
});
