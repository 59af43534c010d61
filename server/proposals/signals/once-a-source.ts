import type { CorpusIndex } from './corpus-index.ts';

/** What several signals ask of one note: made once for an index, and read once for each of its notes. */
export function onceASource<T>(
  build: (index: CorpusIndex) => (source: number) => T,
): (index: CorpusIndex) => (source: number) => T {
  const readers = new WeakMap<CorpusIndex, (source: number) => T>();
  return (index) => {
    const known = readers.get(index);
    if (known) return known;
    const read = build(index);
    const kept = new Map<number, T>();
    const reader = (source: number): T => {
      const value = kept.get(source) ?? read(source);
      kept.set(source, value);
      return value;
    };
    readers.set(index, reader);
    return reader;
  };
}
