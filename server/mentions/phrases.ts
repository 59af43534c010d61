export interface PhraseHit<T> {
  value: T;
  /** indices of the first word and of the word after the last */
  from: number;
  to: number;
}

/** Phrases (as stems) with what they stand for; finds every one of them in a text, also inside each other. */
export interface Phrases<T> {
  find(words: readonly PhraseWord[]): PhraseHit<T>[];
}

export interface PhraseWord {
  readonly stem: string;
  /** stems that the word may have as well */
  readonly also?: readonly string[] | undefined;
}

interface Step<T> {
  next: Map<string, Step<T>>;
  values: T[];
}

/** A trie over stems: a text costs its words times the longest phrase, however many phrases there are. */
export function buildPhrases<T>(entries: Iterable<{ stems: readonly string[]; value: T }>): Phrases<T> {
  const root: Step<T> = { next: new Map(), values: [] };
  for (const { stems, value } of entries) {
    if (stems.length === 0) continue;
    let step = root;
    for (const stem of stems) {
      const next = step.next.get(stem) ?? { next: new Map(), values: [] };
      step.next.set(stem, next);
      step = next;
    }
    step.values.push(value);
  }
  return {
    find(words) {
      const hits: PhraseHit<T>[] = [];
      for (let from = 0; from < words.length; from += 1) {
        let steps = [root];
        for (let to = from; to < words.length && steps.length > 0; to += 1) {
          const word = words[to];
          steps = steps.flatMap(({ next }) =>
            [word?.stem ?? '', ...(word?.also ?? [])].flatMap((stem) => next.get(stem) ?? []),
          );
          for (const { values } of steps) for (const value of values) hits.push({ value, from, to: to + 1 });
        }
      }
      return hits;
    },
  };
}
