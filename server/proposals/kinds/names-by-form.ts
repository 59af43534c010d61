import { normalWord, wordsOf } from '../../../models/words/stem.ts';
import { isFormOf } from '../../mentions/word-forms.ts';

/** Names that are one whatever the form and order of their words. */
export interface NamesByForm {
  /** the first name that was added in any form of it, or null */
  find(name: string): string | null;
  /** the same, the name itself where it is new */
  add(name: string): string;
}

/** Words that are forms of each other begin alike; names are compared only with those that begin so. */
const beginning = 3;

export function namesByForm(): NamesByForm {
  const buckets = new Map<string, { name: string; words: string[] }[]>();
  const read = (name: string) => {
    const words = wordsOf(name).map(({ text }) => normalWord(text));
    const key = words
      .map((word) => word.slice(0, beginning))
      .toSorted()
      .join(' ');
    return { words, key };
  };
  const find = (name: string) => {
    const { words, key } = read(name);
    return buckets.get(key)?.find((other) => areForms(words, other.words))?.name ?? null;
  };
  return {
    find,
    add(name) {
      const known = find(name);
      if (known !== null) return known;
      const { words, key } = read(name);
      buckets.set(key, [...(buckets.get(key) ?? []), { name, words }]);
      return name;
    },
  };
}

function areForms(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  const left = [...b];
  return a.every((word) => {
    const at = left.findIndex((other) => isFormOf(word, other) || isFormOf(other, word));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}
