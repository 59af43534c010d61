import type { CorpusWord } from './corpus.ts';

export interface PhraseHit<T> {
  value: T;
  /** indices of the first word and of the word after the last */
  from: number;
  to: number;
}

/** Phrases (as stems) with what they stand for; finds every one of them in a text, also inside each other. */
export interface Phrases<T> {
  find(words: readonly CorpusWord[]): PhraseHit<T>[];
}

export function buildPhrases<T>(entries: Iterable<{ stems: readonly string[]; value: T }>): Phrases<T> {
  const byFirst = new Map<string, { stems: readonly string[]; value: T }[]>();
  for (const entry of entries) {
    const first = entry.stems[0];
    if (first === undefined) continue;
    const list = byFirst.get(first);
    if (list === undefined) byFirst.set(first, [entry]);
    else list.push(entry);
  }
  return {
    find(words) {
      const hits: PhraseHit<T>[] = [];
      for (const [from, word] of words.entries()) {
        for (const { stems, value } of byFirst.get(word.stem) ?? []) {
          if (stems.every((stem, offset) => words[from + offset]?.stem === stem)) {
            hits.push({ value, from, to: from + stems.length });
          }
        }
      }
      return hits;
    },
  };
}
