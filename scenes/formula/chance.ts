import seedrandom from 'seedrandom';
import { rankRows } from './rank-rows.ts';
import { stabilityOf } from './stability.ts';
import { rowOf, type Space } from './space.ts';
import { dot, plus, unit, type Vector } from './vectors.ts';

/** What this field gives to formulas that mean nothing: the measure of all that mean something. */
export interface Chance {
  /** for each random vector: entry n−1 is the mean score of its n nearest */
  nearness: readonly Vector[];
  /** of the ranks of random vectors, ascending */
  stability: readonly number[];
  /** likeness of random pairs of scenes, ascending */
  pairs: Vector;
}

const [randomVectors, mostNear, mixed, randomPairs] = [60, 100, 48, 4000];
const steadied = 10;

/** Random vectors are random mixtures of the field's own scenes: they lie where texts lie, and say nothing. About 60 scans; once a field. */
export function chanceOf(space: Space): Chance {
  const random = seedrandom('chance');
  const pick = () => Math.floor(random() * space.count);
  const rankings = Array.from({ length: randomVectors }, () => {
    const probe = randomMixture(space, random);
    return { probe, ranked: rankRows(space, { probes: [probe], count: mostNear }) };
  });
  const pairs = Float32Array.from({ length: space.count > 1 ? randomPairs : 0 }, () => {
    const one = pick();
    const other = (one + 1 + Math.floor(random() * (space.count - 1))) % space.count;
    return dot(rowOf(space, one), rowOf(space, other));
  });
  return {
    nearness: rankings.map(({ ranked }) => prefixMeans(ranked.map(({ score }) => score))),
    stability: rankings
      .map(
        ({ probe, ranked }) =>
          stabilityOf(space, { probes: [probe], shortlist: ranked, count: steadied }).whole,
      )
      .sort((a, b) => a - b),
    pairs: pairs.sort(),
  };
}

/** Share of sorted values that are below, 0 … 1; what is equal counts half. */
export function shareBelow(sorted: ArrayLike<number>, value: number): number {
  if (sorted.length === 0) return 0.5;
  const [below, notAbove] = [
    countWhile(sorted, (each) => each < value),
    countWhile(sorted, (each) => each <= value),
  ];
  return (below + notAbove) / 2 / sorted.length;
}

function randomMixture(space: Space, random: () => number): Vector {
  let sum: Vector = new Float32Array(space.dimensions);
  for (let part = 0; part < mixed; part++)
    sum = plus(sum, rowOf(space, Math.floor(random() * space.count)), gauss(random));
  return unit(sum);
}

function prefixMeans(scores: readonly number[]): Vector {
  let sum = 0;
  return Float32Array.from(scores, (score, at) => (sum += score) / (at + 1));
}

/** How many at the start hold; the values are sorted so that all that hold come first. */
function countWhile(sorted: ArrayLike<number>, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
