import type { BuildSignal } from './signal.ts';

const neighbours = 8;

/** The notes most like the source link the target: Σ over the first eight of the tf-idf cosine of those that do. Range ≥ 0. */
export const buildAlikeLinks: BuildSignal = (index) => ({
  name: 'alikeLinks',
  row(source) {
    const alike = index.alike(source);
    const nearest = [...alike.keys()]
      .filter((note) => note !== source && (alike[note] ?? 0) > 0)
      .toSorted((a, b) => (alike[b] ?? 0) - (alike[a] ?? 0))
      .slice(0, neighbours);
    const scores = new Float64Array(index.size);
    for (const note of nearest)
      for (const target of index.out[note] ?? []) scores[target] = (scores[target] ?? 0) + (alike[note] ?? 0);
    return scores;
  },
});
