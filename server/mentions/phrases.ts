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
        let steps: Step<T>[] = [root];
        for (let to = from; to < words.length && steps.length > 0; to += 1) {
          steps = takeWord(steps, words[to]);
          for (const { values } of steps) for (const value of values) hits.push({ value, from, to: to + 1 });
        }
      }
      return hits;
    },
  };
}

function takeWord<T>(steps: readonly Step<T>[], word: PhraseWord | undefined): Step<T>[] {
  const taken: Step<T>[] = [];
  if (word === undefined) return taken;
  for (const { next } of steps) {
    const step = next.get(word.stem);
    if (step !== undefined) taken.push(step);
    for (const stem of word.also ?? []) {
      const other = next.get(stem);
      if (other !== undefined) taken.push(other);
    }
  }
  return taken;
}
