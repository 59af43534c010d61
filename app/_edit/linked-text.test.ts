import { expect, test } from 'vitest';
import { completed, linkTarget, openLinkAt } from './linked-text.ts';

test('a link that is being typed is found before the caret, on its line', () => {
  expect(openLinkAt('Смотри [[Печ', 12)).toEqual({ start: 9, words: 'Печ' });
  expect(openLinkAt('Смотри [[Печь]] и', 17)).toBeNull();
  expect(openLinkAt('[[Печь\nдальше', 13)).toBeNull();
  expect(openLinkAt('[[Печь|горн', 11)).toBeNull();
  expect(openLinkAt('без ссылки', 5)).toBeNull();
});

test('a chosen title closes the link and the caret stands after it', () => {
  const { text, caret } = completed('Смотри [[Печ и дальше', { start: 9, words: 'Печ' }, 'Печь');
  expect(text).toBe('Смотри [[Печь]] и дальше');
  expect(text.slice(0, caret)).toBe('Смотри [[Печь]]');
  expect(completed('[[a]]', { start: 2, words: 'a' }, 'A').text).toBe('[[A]]');
});

test('a scene is linked by its title, without what a link cannot hold; the second of that title by its note, too', () => {
  const all = [
    { title: 'Печь', path: 'Печь.md' },
    { title: 'Горн', path: 'кузня/Дом.md' },
    { title: 'Горн', path: 'кузня/Двор [новый].md' },
    { title: 'Печь', path: 'старое/Печь.md' },
  ];
  expect(all.map((scene) => linkTarget(scene, all))).toEqual(['Печь', 'Горн', 'Двор новый#Горн', 'Печь']);
  expect(linkTarget({ title: 'A [b] | c', path: null }, [])).toBe('A b c');
});
