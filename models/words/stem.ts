import { stemmer as russian } from '@orama/stemmers/russian';
import english from 'wink-porter2-stemmer';

/** A word of a text with its place in UTF-16 units. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** Runs of letters (with their marks) and digits, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/**
 * The stem that all forms of a word share: Snowball Russian for words with Cyrillic letters, Porter 2 English for the rest; `ё` counts as `е`.
 * A stem is for comparing, never for showing.
 */
export function stem(word: string): string {
  const plain = word.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
  return /\p{Script=Cyrillic}/u.test(plain) ? russian(plain) : english(plain);
}

/** Stems of a text's words, in order. */
export function stemsOf(text: string): string[] {
  return wordsOf(text).map((word) => stem(word.text));
}
