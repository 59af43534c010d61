import seedrandom from 'seedrandom';
import { type RankedRow, rankRows } from './rank-rows.ts';
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
/** So alike two scenes say the same. */
const same = 0.85;

/**
 * Random vectors are random mixtures of the field's own scenes: they lie where texts lie, and say nothing. About 60 scans; once a field.
 * `within`: 1 for each row of a part of the field, which is then all there is. Scenes that say the same are met once: a mixture that has one of
 * them would lie near to all.
 */
export function chanceOf(space: Space, within: Uint8Array | null = null): Chance {
  const random = seedrandom('chance');
  const rows = Array.from({ length: space.count }, (_, row) => row).filter((row) => within?.[row] !== 0);
  const pick = () => Math.floor(random() * rows.length);
  const at = (place: number) => rowOf(space, rows[place] ?? 0);
  const rankings = Array.from({ length: rows.length > 0 ? randomVectors : 0 }, () => {
    const probe = randomMixture(space.dimensions, () => at(pick()), random);
    return { probe, ranked: rankRows(space, { probes: [probe], count: mostNear, within }) };
  });
  const pairs = Float32Array.from({ length: rows.length > 1 ? randomPairs : 0 }, () => {
    const one = pick();
    const other = (one + 1 + Math.floor(random() * (rows.length - 1))) % rows.length;
    return dot(at(one), at(other));
  });
  return {
    nearness: rankings.map(({ ranked }) => prefixMeans(apart(space, ranked).map(({ score }) => score))),
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

function randomMixture(dimensions: number, draw: () => Vector, random: () => number): Vector {
  let sum: Vector = new Float32Array(dimensions);
  for (let part = 0; part < mixed; part++) sum = plus(sum, draw(), gauss(random));
  return unit(sum);
}

/** Those that say something else than all before them. */
function apart(space: Space, ranked: readonly RankedRow[]): RankedRow[] {
  const kept: RankedRow[] = [];
  for (const each of ranked) {
    const own = rowOf(space, each.row);
    if (kept.every(({ row }) => dot(rowOf(space, row), own) < same)) kept.push(each);
  }
  return kept;
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
