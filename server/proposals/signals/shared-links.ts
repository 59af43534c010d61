import type { BuildSignal } from './signal.ts';

/**
 * Notes that link much the same as the source link the target: Σ over the notes that link it of the cosine of the two sets of links. Range ≥ 0.
 * User-based collaborative filtering (Sarwar et al. 2001) with notes for users and links for ratings.
 */
export const buildSharedLinks: BuildSignal = (index) => ({
  name: 'sharedLinks',
  row(source) {
    const scores = new Float64Array(index.size);
    const own = index.out[source] ?? new Set<number>();
    const shared = new Map<number, number>();
    for (const target of own) {
      for (const other of index.in[target] ?? []) {
        if (other !== source) shared.set(other, (shared.get(other) ?? 0) + 1);
      }
    }
    for (const [other, count] of shared) {
      const theirs = index.out[other] ?? new Set<number>();
      const cosine = count / Math.sqrt(own.size * theirs.size);
      for (const target of theirs) scores[target] = (scores[target] ?? 0) + cosine;
    }
    return scores;
  },
});
