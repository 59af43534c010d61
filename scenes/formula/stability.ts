import seedrandom from 'seedrandom';
import type { RankedRow } from './rank-rows.ts';
import { rowOf, type Space } from './space.ts';
import type { Vector } from './vectors.ts';

export interface Stability {
  /** share of the first `count` that are among them again when the dimensions are drawn anew, mean over the draws */
  whole: number;
  /** the same of each of the first `count` */
  each: number[];
}

const draws = 30;

/** Dimensions drawn with replacement: how often each counts. The same draws for every formula. */
export function drawDimensions(dimensions: number, draw: number): Vector {
  const random = seedrandom(`dimensions ${draw}`);
  const weights = new Float32Array(dimensions);
  for (let at = 0; at < dimensions; at++) {
    const drawn = Math.floor(random() * dimensions);
    weights[drawn] = (weights[drawn] as number) + 1;
  }
  return weights;
}

/** How far ranks rest on the whole vector and not on a few of its dimensions: a bootstrap over dimensions. `shortlist`: best first, longer than `count`. */
export function stabilityOf(
  space: Space,
  { probes, shortlist, count }: { probes: readonly Vector[]; shortlist: readonly RankedRow[]; count: number },
): Stability {
  const first = Math.min(count, shortlist.length);
  const stays = Array.from({ length: first }, () => 0);
  for (let draw = 0; draw < draws; draw++) {
    const weights = drawDimensions(space.dimensions, draw);
    const scores = shortlist.map(({ row }) =>
      Math.min(...probes.map((probe) => weightedCosine(rowOf(space, row), probe, weights))),
    );
    const bar = scores.toSorted((a, b) => b - a)[first - 1] ?? 0;
    for (let at = 0; at < first; at++)
      if ((scores[at] as number) >= bar) stays[at] = (stays[at] as number) + 1;
  }
  const each = stays.map((times) => times / draws);
  return { whole: each.reduce((sum, share) => sum + share, 0) / (first || 1), each };
}

export function weightedCosine(a: Vector, b: Vector, weights: Vector): number {
  let [both, ofA, ofB] = [0, 0, 0];
  for (let at = 0; at < weights.length; at++) {
    const [x, y, weight] = [a[at] as number, b[at] as number, weights[at] as number];
    both += weight * x * y;
    ofA += weight * x * x;
    ofB += weight * y * y;
  }
  return ofA === 0 || ofB === 0 ? 0 : both / Math.sqrt(ofA * ofB);
}
