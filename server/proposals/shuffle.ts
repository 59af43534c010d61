import seedrandom from 'seedrandom';

/** The items in an order that the seed alone decides. */
export function shuffle<T>(items: readonly T[], seed: number): T[] {
  const random = seedrandom(String(seed));
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
