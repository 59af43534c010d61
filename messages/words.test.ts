import { expect, test } from 'vitest';
import { createTranslator } from 'use-intl/core';
import { messagesFor } from './index.ts';

type Tree = { [key: string]: string | Tree };

/** Every message with its path. */
function leaves(tree: Tree, path = ''): [path: string, words: string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : leaves(value, `${path}${key}.`),
  );
}

const ru = leaves(messagesFor('ru'));
const en = leaves(messagesFor('en'));

test('both languages have the same messages', () => {
  expect(en.map(([path]) => path).sort()).toEqual(ru.map(([path]) => path).sort());
});

test('every Russian plural has one, few, many and other', () => {
  const incomplete = ru.filter(([, words]) =>
    words
      .split(/(?=\{\w+, plural,)/)
      .filter((part) => part.includes(', plural,'))
      .some((part) => !['one', 'few', 'many', 'other'].every((form) => part.includes(` ${form} {`))),
  );
  expect(incomplete).toEqual([]);
});

test('every message can be said in its language', () => {
  const faults: string[] = [];
  for (const language of ['ru', 'en'] as const) {
    const t = createTranslator({
      locale: language,
      messages: messagesFor(language),
      onError: (error) => faults.push(error.message),
    });
    for (const [path, words] of leaves(messagesFor(language))) {
      const names = [...words.matchAll(/\{(\w+)/g)].map(([, name]) => [name, 2]);
      t(path as 'shell.name', Object.fromEntries(names));
    }
  }
  expect(faults).toEqual([]);
});

test('no Russian word stands in the English page', () => {
  const own = new Set(['settings.languages.ru']);
  expect(en.filter(([path, words]) => /[а-яё]/i.test(words) && !own.has(path))).toEqual([]);
});
