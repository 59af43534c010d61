import type { BuildSignal } from './signal.ts';

/** The target is linked by the same notes as what the source links: Σ over the source's links of the cosine of the two sets of linkers, the source left out. Range ≥ 0. Item-based collaborative filtering (Sarwar et al. 2001). */
export const buildLinkedTogether: BuildSignal = (index) => ({
  name: 'linkedTogether',
  row(source) {
    const scores = new Float64Array(index.size);
    for (const own of index.out[source] ?? []) {
      const linkers = index.in[own] ?? new Set<number>();
      for (const linker of linkers) {
        if (linker === source) continue;
        for (const target of index.out[linker] ?? []) {
          const size = Math.sqrt(linkers.size * (index.in[target]?.size ?? 1));
          scores[target] = (scores[target] ?? 0) + 1 / size;
        }
      }
    }
    return scores;
  },
});
