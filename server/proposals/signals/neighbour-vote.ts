import type { BuildSignal } from './signal.ts';

const voters = 3;

/** Notes like the source link the target: mean of the three best tf-idf cosines between the source and notes that already link it. Range 0–1. */
export const buildNeighbourVote: BuildSignal = (index) => ({
  name: 'neighbourVote',
  row(source) {
    return voteBy(index.cosines(index.vectors[source] ?? new Map()), index.in, source);
  },
});

/** For each target the mean of the best three likenesses of `source` to the notes that link the target (a missing voter counts as 0). */
export function voteBy(
  alike: Float64Array,
  linkers: readonly ReadonlySet<number>[],
  source: number,
): Float64Array {
  return Float64Array.from(linkers, (notes) => {
    const best = [0, 0, 0];
    for (const note of notes) {
      if (note === source) continue;
      best.push(alike[note] ?? 0);
      best.sort((a, b) => b - a);
      best.length = voters;
    }
    return best.reduce((sum, value) => sum + value, 0) / voters;
  });
}
