import type { BuildSignal } from './signal.ts';

const returnShare = 0.15;
const rounds = 20;

/** Where a walk over links (either way) that keeps returning to the source ends up: personalised PageRank (Page et al. 1999), over the target's own degree share. Range ≥ 0. */
export const buildWalk: BuildSignal = (index) => {
  const around = index.out.map((targets, at) => [...new Set([...targets, ...(index.in[at] ?? [])])]);
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
          const neighbours = around[at] ?? [];
          if (here === 0) continue;
          if (neighbours.length === 0) next[source] = (next[source] ?? 0) + (1 - returnShare) * here;
          const part = ((1 - returnShare) * here) / neighbours.length;
          for (const other of neighbours) next[other] = (next[other] ?? 0) + part;
        }
        mass = next;
      }
      return mass;
    },
  };
};
