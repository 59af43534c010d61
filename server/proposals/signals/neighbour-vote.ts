import type { BuildSignal } from './signal.ts';

/** Notes like the source link the target: mean of the three best tf-idf cosines between the source and notes that already link it. Range 0–1. */
export const buildNeighbourVote: BuildSignal = (index) => ({
  name: 'neighbourVote',
  row(source) {
    return voteBy(index.alike(source), index.in, source);
  },
});

/** For each target the mean of the best three likenesses of `source` to the notes that link the target (a missing voter counts as 0). */
export function voteBy(
  alike: Float64Array,
  linkers: readonly ReadonlySet<number>[],
  source: number,
): Float64Array {
  const votes = new Float64Array(linkers.length);
  for (const [target, notes] of linkers.entries()) {
    let [first, second, third] = [0, 0, 0];
    for (const note of notes) {
      const vote = note === source ? 0 : (alike[note] ?? 0);
      if (vote <= third) continue;
      if (vote > first) [first, second, third] = [vote, first, second];
      else if (vote > second) [second, third] = [vote, second];
      else third = vote;
    }
    votes[target] = (first + second + third) / 3;
  }
  return votes;
}
