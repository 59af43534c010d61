import { listNear } from './call-function.ts';
import { type Chance, shareBelow } from './chance.ts';
import type { Environment } from './environment.ts';
import { explainNumber } from './explain-number.ts';
import { explained, type Explanation, fewestScenes, leastLength, significant } from './explanation.ts';
import type { RankedRow } from './rank-rows.ts';
import { stabilityOf } from './stability.ts';
import type { Value, ValueOf } from './value.ts';
import { lengthOf, plus, scaled, unit, type Vector } from './vectors.ts';

const shown = 10;
const none: ReadonlySet<number> = new Set();

/** What a value stands on, beside what chance would give: a formula that means nothing says so. */
export function explain(value: Value, environment: Environment): Explanation {
  switch (value.type) {
    case 'scene':
      if (lengthOf(value.vector) < leastLength) return explained('cancels_out');
      return explainList(listNear([unit(value.vector)], shown, value.own, environment), environment);
    case 'list':
      return value.probes.length === 0 ? explainPath(value, environment) : explainList(value, environment);
    case 'axis':
      return explainAxis(value, environment);
    case 'relation':
      return explained(value.gain.low > 0 ? 'means' : 'no_gain', { gain: value.gain });
    case 'number':
      return explainNumber(value, environment);
  }
}

function explainList(
  { rows, probes, shortlist }: ValueOf<'list'>,
  { space, chance }: Environment,
): Explanation {
  if (probes.some((probe) => lengthOf(probe) < leastLength)) return explained('cancels_out');
  const stability = stabilityOf(space, { probes, shortlist, count: rows.length });
  const near = rows.map((row, at) => ({ ...row, stays: stability.each[at] ?? null }));
  if (space.count < fewestScenes || rows.length === 0) return explained('too_few_scenes', { near });
  const baseline = besideChance(chance, rows);
  const byChance = mean(chance.stability);
  const verdict =
    baseline.beats < significant ? 'as_chance' : stability.whole <= byChance ? 'unstable' : 'means';
  return explained(verdict, { near, baseline, stability: { own: stability.whole, chance: byChance } });
}

/** A path is as good as its weakest step, beside the likeness of random pairs. */
function explainPath({ rows }: ValueOf<'list'>, { chance, space }: Environment): Explanation {
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

/** An axis is told by what lies furthest out on either side. */
function explainAxis({ from, to }: ValueOf<'axis'>, environment: Environment): Explanation {
  const way = plus(to, from, -1);
  if (lengthOf(way) < leastLength) return explained('cancels_out');
  const outermost = (probe: Vector) =>
    explainList(listNear([probe], shown / 2, none, environment), environment);
  const [beginning, end] = [outermost(scaled(unit(way), -1)), outermost(unit(way))];
  const verdict = beginning.verdict === 'means' ? end.verdict : beginning.verdict;
  return { ...end, verdict, opposite: beginning.near };
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
