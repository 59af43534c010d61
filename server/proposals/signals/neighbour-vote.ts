import type { BuildSignal } from './signal.ts';

const voters = 3;

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
    const best: number[] = Array.from({ length: voters }, () => 0);
    for (const note of notes) {
      const vote = note === source ? 0 : (alike[note] ?? 0);
      if (vote <= (best[voters - 1] ?? 0)) continue;
      best[voters - 1] = vote;
      best.sort((a, b) => b - a);
    }
    votes[target] = best.reduce((sum, value) => sum + value, 0) / voters;
  }
  return votes;
}
