import { kthLargest } from '../fusion/kth-largest.ts';
import type { BuildSignal } from './signal.ts';

const neighbours = 8;

/** The notes most like the source link the target: Σ over the first eight of the tf-idf cosine of those that do. Range ≥ 0. */
export const buildAlikeLinks: BuildSignal = (index) => ({
  name: 'alikeLinks',
  row(source) {
    const alike = index.alike(source);
    const others = alike.map((value, note) => (note === source ? 0 : value));
    const least = Math.max(Number.MIN_VALUE, kthLargest(others, Math.min(neighbours, others.length)));
    const nearest: number[] = [];
    for (let note = 0; note < others.length && nearest.length < neighbours; note += 1)
      if ((others[note] ?? 0) >= least) nearest.push(note);
    const scores = new Float64Array(index.size);
    for (const note of nearest)
      for (const target of index.out[note] ?? []) scores[target] = (scores[target] ?? 0) + (alike[note] ?? 0);
    return scores;
  },
});
