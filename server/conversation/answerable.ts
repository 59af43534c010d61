import { contentStems } from '../../models/words/stem.ts';
import type { Found, FoundPassage } from './find-passages.ts';
import { coverage } from './word-weights.ts';

/** What tells whether the notes hold an answer, before any model writes. */
export interface Fit {
  /** the telling words that the best passage has, with its titles, 0 … 1 */
  words: number;
  /** the same of the best passages together */
  together: number;
  /** share of the telling words that are the whole title of one of the best passages' scenes */
  named: number;
  /** share of the telling words that stand nowhere in the field */
  unknown: number;
  /** cosine of the likest passage; null where none has a vector */
  cosine: number | null;
}

/** So many passages are looked at, as many as are sources. */
export const mostSources = 5;

/** A logistic model of these figures, with and without vectors. Fitted by `bench conversation fit` on half of its questions. */
const withVectors = { words: 3.04, together: 1.75, named: 1.94, unknown: -2.86, cosine: 36.4, bias: -33 };
const withoutVectors = { words: 4.12, together: 1.74, named: 1.98, unknown: -2.86, bias: -1.72 };

export function fitOf({ passages, words }: Found): Fit {
  const best = passages.slice(0, mostSources);
  const all = words.reduce((sum, { weight }) => sum + weight, 0);
  const unknown = words.reduce((sum, { weight, isUnknown }) => sum + (isUnknown ? weight : 0), 0);
  const cosines = best.flatMap(({ signals }) => signals.cosine ?? []);
  return {
    words: Math.max(0, ...best.map(({ signals }) => signals.titled)),
    together: coverage(words, new Set(best.flatMap(stemsWithTitles))),
    named: Math.max(0, ...best.map(({ signals }) => signals.named)),
    unknown: all === 0 ? 1 : unknown / all,
    cosine: cosines.length === 0 ? null : Math.max(...cosines),
  };
}

/** How probable it is that the notes hold an answer, 0 … 1. */
export function answerable({ words, together, named, unknown, cosine }: Fit): number {
  const weights = cosine === null ? withoutVectors : withVectors;
  const likeness = cosine === null ? 0 : withVectors.cosine * cosine;
  const sum =
    weights.bias +
    weights.words * words +
    weights.together * together +
    weights.named * named +
    weights.unknown * unknown +
    likeness;
  return 1 / (1 + Math.exp(-sum));
}

/** From here on a question is answered. */
export const answeredFrom = 0.5;

function stemsWithTitles({ text, title, rootTitle }: FoundPassage): string[] {
  return contentStems(`${text} ${title} ${rootTitle}`);
}
