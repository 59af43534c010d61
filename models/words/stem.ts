import { stemmer as russianStem } from '@orama/stemmers/russian';
import englishStem from 'wink-porter2-stemmer';
import { stopWords } from './stop-words.ts';

/** A word as it stands in a text; `start` and `end` are UTF-16 offsets. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

const wordPattern = /[\p{L}\p{N}]+(?:\u0301[\p{L}\p{N}]+)*/gu;
const cyrillic = /^\p{Script=Cyrillic}+$/u;
const latin = /^\p{Script=Latin}+$/u;

/** Runs of letters and digits; a hyphen parts two words, a stress mark does not. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Lower case, ё as е, no stress marks. */
export function normalWord(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replaceAll('\u0301', '');
}

/** The stemmer is chosen by the word's script, not by the text's language; what is in neither script stays as it is. */
export function stem(word: string): string {
  const normal = normalWord(word);
  if (cyrillic.test(normal)) return russianStem(normal);
  return latin.test(normal) ? englishStem(normal) : normal;
}

export function isStopWord(word: string): boolean {
  return stopWords.has(normalWord(word));
}

/** Stems in the order of the text, words without content left out. */
export function contentStems(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word.text))
    .map((word) => stem(word.text));
}

/** Stems of a text's words, in order. */
export function stemsOf(text: string): string[] {
  return wordsOf(text).map((word) => stem(word.text));
}

/** By the letters of the text: Russian where at least a third of them are Cyrillic. */
export function languageOf(text: string): 'ru' | 'en' {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const russian = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  return letters > 0 && russian * 3 >= letters ? 'ru' : 'en';
}
