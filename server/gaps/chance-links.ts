import seedrandom from 'seedrandom';
import { allPairs, crossLinks, pairAt, type RegionOf } from './cross-links.ts';

/** Links between two regions by chance alone: the mean, and the bounds that nine in ten draws lie within. */
export interface Chance {
  mean: number;
  low: number;
  high: number;
}

export const draws = 200;
const tail = 0.05;

/**
 * What chance would give between every two regions, by `pairAt`: each note keeps its number of links, their other ends are dealt anew 200 times (the configuration model:
 * Newman, Networks, 13.2). The same links give the same answer.
 */
export function chanceLinks(
  linked: readonly (readonly [number, number])[],
  regionOf: RegionOf,
  regions: number,
): Map<number, Chance> {
  const random = seedrandom('chance');
  const ends = linked.flatMap(([a, b]) => [a, b]);
  const pairs = allPairs(regions).map(({ from, to }) => pairAt(regions, from, to));
  const drawn = pairs.map(() => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    for (let at = ends.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const held = ends[at] ?? 0;
      ends[at] = ends[other] ?? 0;
      ends[other] = held;
    }
    const dealt = linked.map((_, at) => [ends[2 * at] ?? 0, ends[2 * at + 1] ?? 0] as const);
    const { between } = crossLinks(dealt, regionOf, regions);
    for (const [which, at] of pairs.entries()) (drawn[which] ?? new Float64Array())[draw] = between[at] ?? 0;
  }
  return new Map(pairs.map((at, which) => [at, summary((drawn[which] ?? new Float64Array()).sort())]));
}

/** Mean and bounds of counts that are in order. */
export function summary(sorted: Float64Array): Chance {
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / (sorted.length || 1),
    low: at(tail),
    high: at(1 - tail),
  };
}
