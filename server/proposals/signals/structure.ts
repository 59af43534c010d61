import type { BuildSignal } from './signal.ts';

/** The target already links the source: 1, else 0. */
export const buildReciprocal: BuildSignal = (index) => ({
  name: 'reciprocal',
  row(source) {
    const scores = new Float64Array(index.size);
    for (const linker of index.in[source] ?? []) scores[linker] = 1;
    return scores;
  },
});

/** Share of the two notes' folder paths that is the same. Range 0–1; two notes of one folder give 1. */
export const buildFolder: BuildSignal = (index) => {
  const folders = index.corpus.notes.map((note) => note.path.split('/').slice(0, -1));
  return {
    name: 'folder',
    row(source) {
      const own = folders[source] ?? [];
      return Float64Array.from(folders, (other) => {
        const longest = Math.max(own.length, other.length);
        if (longest === 0) return 1;
        let same = 0;
        while (same < own.length && own[same] === other[same]) same += 1;
        return same / longest;
      });
    },
  };
};

/** How often the target is linked at all: ln(1 + notes that link it). */
export const buildInDegree: BuildSignal = (index) => {
  const degrees = Float64Array.from(index.in, (notes) => Math.log1p(notes.size));
  return { name: 'inDegree', row: () => degrees };
};

/** How much the target links itself: ln(1 + notes that it links). */
export const buildOutDegree: BuildSignal = (index) => {
  const degrees = Float64Array.from(index.out, (notes) => Math.log1p(notes.size));
  return { name: 'outDegree', row: () => degrees };
};

/** How long the target is: ln(1 + its words). */
export const buildLength: BuildSignal = (index) => {
  const lengths = Float64Array.from(index.corpus.notes, (note) => Math.log1p(note.words.length));
  return { name: 'length', row: () => lengths };
};
