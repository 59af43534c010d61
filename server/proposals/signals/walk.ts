import type { BuildSignal } from './signal.ts';

const returnShare = 0.15;
const rounds = 20;

/** Where a walk over links (either way) that keeps returning to the source ends up: personalised PageRank (Page et al. 1999), over the target's own degree share. Range ≥ 0. */
export const buildWalk: BuildSignal = (index) => {
  const around = index.out.map((targets, at) => [...new Set([...targets, ...(index.in[at] ?? [])])]);
  const { starts, ends } = sideBySide(around);
  return {
    name: 'walk',
    row(source) {
      let mass = new Float64Array(index.size);
      mass[source] = 1;
      for (let round = 0; round < rounds; round += 1) {
        const next = new Float64Array(index.size);
        next[source] = returnShare;
        for (let at = 0; at < mass.length; at += 1) {
          const here = mass[at] ?? 0;
          const [first, last] = [starts[at] ?? 0, starts[at + 1] ?? 0];
          if (here === 0) continue;
          if (first === last) next[source] = (next[source] ?? 0) + (1 - returnShare) * here;
          const part = ((1 - returnShare) * here) / (last - first);
          for (let place = first; place < last; place += 1) {
            const other = ends[place] ?? 0;
            next[other] = (next[other] ?? 0) + part;
          }
        }
        mass = next;
      }
      return mass;
    },
  };
};

/** Lists one after the other, and where each begins. */
function sideBySide(lists: readonly (readonly number[])[]): { starts: Int32Array; ends: Int32Array } {
  const starts = new Int32Array(lists.length + 1);
  for (const [at, list] of lists.entries()) starts[at + 1] = (starts[at] ?? 0) + list.length;
  return { starts, ends: Int32Array.from(lists.flat()) };
}
