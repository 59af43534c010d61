import { type Chance, shareBelow } from './chance.ts';
import type { Environment } from './environment.ts';
import { explained, type Explanation, fewestScenes, leastLength, significant } from './explanation.ts';
import type { RankedRow } from './rank-rows.ts';
import { stabilityOf } from './stability.ts';
import type { ValueOf } from './value.ts';
import { lengthOf } from './vectors.ts';

/** One look more than the whole list has: it has to be nearer than all that is random. */
const farFromChance = 0.99;

/** Scenes ranked by nearness: beside the nearest of random vectors, and how far their ranks hold. */
export function explainList(
  { rows, probes, shortlist }: ValueOf<'list'>,
  { space, chance }: Environment,
): Explanation {
  if (probes.some((probe) => lengthOf(probe) < leastLength)) return explained('cancels_out');
  const stability = stabilityOf(space, { probes, shortlist, count: rows.length });
  const near = rows.map((row, at) => ({ ...row, stays: stability.each[at] ?? null }));
  if (space.count < fewestScenes || rows.length === 0) return explained('too_few_scenes', { near });
  const baseline = besideChance(chance, rows);
  const byChance = mean(chance.stability);
  const verdictOf = () => {
    if (baseline.beats >= significant) return stability.whole <= byChance ? 'unstable' : 'means';
    // the half-remembered note: it lies near to one scene, and those after it are anything
    const isFirstNear = besideChance(chance, rows.slice(0, 1)).beats >= farFromChance;
    return isFirstNear && (stability.each[0] ?? 0) > byChance ? 'first_means' : 'as_chance';
  };
  return explained(verdictOf(), { near, baseline, stability: { own: stability.whole, chance: byChance } });
}

/** A path is as good as its weakest step, beside the likeness of random pairs. */
export function explainPath({ rows }: ValueOf<'list'>, { chance, space }: Environment): Explanation {
  const near = rows.map((row) => ({ ...row, stays: null }));
  if (space.count < fewestScenes || rows.length < 2) return explained('too_few_scenes', { near });
  const own = Math.min(...rows.slice(1).map(({ score }) => score));
  const baseline = {
    own,
    chance: mean(chance.pairs),
    high: quantile(chance.pairs, significant),
    beats: shareBelow(chance.pairs, own),
  };
  return explained(baseline.beats < significant ? 'as_chance' : 'means', { near, baseline });
}

function besideChance(
  { nearness }: Chance,
  rows: readonly RankedRow[],
): NonNullable<Explanation['baseline']> {
  const own = mean(rows.map(({ score }) => score));
  const random = nearness
    .map((means) => means[Math.min(rows.length, means.length) - 1] ?? 0)
    .sort((a, b) => a - b);
  return { own, chance: mean(random), high: quantile(random, significant), beats: shareBelow(random, own) };
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += values[at] as number;
  return sum / (values.length || 1);
}

function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
