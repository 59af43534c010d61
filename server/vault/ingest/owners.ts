/** Who has which word: one word of most, many of some. Small enough for the words of a hundred thousand notes. */
export interface Owners {
  add(word: string, owner: string): void;
  remove(word: string, owner: string): void;
  of(word: string): readonly string[];
  /** words that several have, with how many */
  shared(): Iterable<[word: string, owners: number]>;
}

export function createOwners(): Owners {
  const words = new Map<string, string | string[]>();
  const of = (word: string): readonly string[] => {
    const known = words.get(word) ?? [];
    return typeof known === 'string' ? [known] : known;
  };
  return {
    of,
    add(word, owner) {
      const known = words.get(word);
      if (known === undefined) words.set(word, owner);
      else if (typeof known === 'string') words.set(word, [known, owner]);
      else known.push(owner);
    },
    remove(word, owner) {
      const rest = of(word).filter((other) => other !== owner);
      const [only] = rest;
      if (only === undefined) words.delete(word);
      else words.set(word, rest.length === 1 ? only : rest);
    },
    *shared() {
      for (const [word, known] of words) if (typeof known !== 'string') yield [word, known.length];
    },
  };
}
