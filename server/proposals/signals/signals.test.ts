import { expect, test } from 'vitest';
import { corpusOf } from '../testing/corpus-of.ts';
import { buildAlikeLinks } from './alike-links.ts';
import { buildAnchor, buildAnchorBack, buildAnchorHabit } from './anchor.ts';
import { buildCorpusIndex } from './corpus-index.ts';
import { embeddedSignals } from './embedded.ts';
import { hideLinks } from './hide-links.ts';
import { buildMention, buildProperMention } from './mention.ts';
import { buildNeighbourVote } from './neighbour-vote.ts';
import { buildNoteSimilarity } from './note-similarity.ts';
import { buildSharedLinks } from './shared-links.ts';
import type { BuildSignal } from './signal.ts';
import { buildReciprocal } from './structure.ts';
import { buildTitleWords } from './title-words.ts';
import { buildWalk } from './walk.ts';

/** Titles of the targets from the highest score down, those that score 0 left out. */
function rank(build: BuildSignal, texts: Record<string, string>, source: string): string[] {
  const titles = Object.keys(texts);
  const row = build(buildCorpusIndex(corpusOf(texts))).row(titles.indexOf(source));
  return titles
    .map((title, at) => ({ title, score: row[at] ?? 0 }))
    .filter(({ title, score }) => score > 0 && title !== source)
    .toSorted((a, b) => b.score - a.score)
    .map(({ title }) => title);
}

test('a title is found in any word form, but not inside a link', () => {
  const texts = {
    Граф: 'Узлы и рёбра.',
    Ядро: 'Ядро держит поле.',
    Письмо: 'Я смотрел на графы вечером. [[Ядро]] осталось.',
  };
  expect(rank(buildMention, texts, 'Письмо')).toEqual(['Граф']);
});

test('words that elsewhere link a note are an anchor for it', () => {
  const texts = {
    Gardening: 'Plants.',
    Diary: 'Today [[Gardening|green fingers]] again.',
    Letter: 'She has green fingers, they say.',
    Other: 'Nothing here.',
  };
  expect(rank(buildAnchor, texts, 'Letter')).toEqual(['Gardening']);
  expect(rank(buildAnchorHabit, texts, 'Letter')).toEqual(['Gardening']);
});

test('a note that says the words by which others link this one', () => {
  const texts = {
    Gardening: 'Plants.',
    Diary: 'Today [[Gardening|green fingers]] again.',
    Letter: 'She has green fingers, they say.',
  };
  expect(rank(buildAnchorBack, texts, 'Gardening')).toEqual(['Letter']);
});

test('what the most alike notes link to', () => {
  const texts = { X: '.', One: 'quartz and mica [[X]]', Two: 'mica, quartz', Three: 'bread and butter' };
  expect(rank(buildAlikeLinks, texts, 'Two')).toEqual(['X']);
});

test('words of a title count without their order', () => {
  const texts = { 'Paper boats': 'Fold.', Rain: 'A boat made of wet paper.', Sun: 'Dry.' };
  expect(rank(buildTitleWords, texts, 'Rain')).toEqual(['Paper boats']);
});

test('notes that share rare words are alike', () => {
  const texts = { A: 'quartz and mica', B: 'mica, quartz', C: 'bread and butter' };
  expect(rank(buildNoteSimilarity, texts, 'A')[0]).toBe('B');
});

test('what notes with the same links link to is proposed', () => {
  const texts = { X: '.', Y: '.', Z: '.', One: '[[X]] [[Y]] [[Z]]', Two: '[[X]] [[Y]]', Three: '[[Z]]' };
  expect(rank(buildSharedLinks, texts, 'Two')[0]).not.toBe('Three');
  expect(rank(buildSharedLinks, texts, 'Two')).toContain('Z');
});

test('a walk over links reaches near notes before far ones and never another island', () => {
  const texts = { A: '[[B]]', B: '[[C]]', C: '[[D]]', D: '.', E: '[[F]]', F: '.' };
  expect(rank(buildWalk, texts, 'A')).toEqual(['B', 'C', 'D']);
});

test('similar notes vote for what they link', () => {
  const texts = {
    T: 'target',
    L1: 'oak and ash wood [[T]]',
    L2: 'iron and steel [[U]]',
    U: 'other',
    S: 'ash, oak, wood',
  };
  expect(rank(buildNeighbourVote, texts, 'S')[0]).toBe('T');
});

test('a link the other way is seen', () => {
  expect(rank(buildReciprocal, { A: '.', B: '[[A]]', C: '.' }, 'A')).toEqual(['B']);
});

test('centred vectors tell what the notes do not all share', () => {
  const vectors: Record<string, number[]> = {
    a: [9, 1, 0],
    b: [9, 1, 0.1],
    c: [9, 0, 1],
    A: [9, 1, 0],
    B: [9, 1, 0],
    C: [9, 0, 1],
  };
  const signals = embeddedSignals((text) => {
    const vector = vectors[text];
    return vector === undefined ? undefined : Float32Array.from(vector);
  });
  const build = signals.find(({ name }) => name === 'embeddedNote')?.build;
  if (build === undefined) throw new Error('no signal');
  expect(rank(build, { A: 'a', B: 'b', C: 'c' }, 'A')).toEqual(['B']);
});

test('a hidden link leaves no trace when removed, and only its words when mentioned', () => {
  const corpus = corpusOf({ Hub: 'See [[Leaf|the green one]] and [[Stem]].', Leaf: '.', Stem: '.' });
  const pair = { source: 0, target: 1 };
  const removed = hideLinks(corpus, [pair], 'removed').notes[0];
  expect(removed?.text).toBe('See  and [[Stem]].');
  expect(removed?.passages[0]?.text).toBe('See  and [[Stem]].');
  expect(removed?.words.map(({ stem, link }) => `${stem} ${link}`)).toEqual(['see -1', 'and -1', 'stem 0']);
  const mention = hideLinks(corpus, [pair], 'mention').notes[0];
  expect(mention?.text).toBe('See the green one and [[Stem]].');
  expect(mention?.links.map(({ target }) => target)).toEqual([2]);
  expect(mention?.words.filter(({ link }) => link < 0).map(({ stem }) => stem)).toEqual([
    'see',
    'the',
    'green',
    'one',
    'and',
  ]);
});

test('a word is a proper name by its capital letter, unless it opens a sentence, a line or a cell; links do not matter', () => {
  const texts = {
    Kiln: '',
    Note: 'The Kiln. Kiln, a [[Kiln]] here and Kiln.\n- Kiln\n| x | Kiln |\n[[Kiln]] Kiln',
  };
  const corpus = corpusOf(texts);
  const proper = corpus.notes[1]?.words.filter(({ stem }) => stem === 'kiln').map(({ isProper }) => isProper);
  expect(proper).toEqual([true, false, true, true, false, false, false, true]);
});

test('who names a note with a capital letter means it', () => {
  const corpus = corpusOf({ Kiln: '', Named: 'In the Kiln it glows.', Said: 'In a kiln it glows.' });
  const signal = buildProperMention(buildCorpusIndex(corpus));
  expect(signal.row(1)[0]).toBeGreaterThan(0);
  expect(signal.row(2)[0]).toBe(0);
});
