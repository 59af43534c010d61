import { listNear } from './call-function.ts';
import type { Environment } from './environment.ts';
import { explained, type Explanation, leastLength, significant } from './explanation.ts';
import { explainList } from './explain-list.ts';
import { rowOf } from './space.ts';
import { drawDimensions } from './stability.ts';
import type { ValueOf } from './value.ts';
import { lengthOf, plus, scaled, unit, type Vector } from './vectors.ts';

const outermost = 5;
const ofEachSide = 10;
const draws = 30;

/**
 * An axis is shown by what lies furthest out on either side. It separates where each of its ends lies nearer to scenes than chance does, and what lies nearest
 * to the ends keeps to its side when the dimensions are drawn anew. The baseline is that of the weaker end.
 */
export function explainAxis({ from, to, own }: ValueOf<'axis'>, environment: Environment): Explanation {
  const way = plus(to, from, -1);
  if (lengthOf(way) < leastLength) return explained('cancels_out');
  const near = (probe: Vector, count: number, without: ReadonlySet<number>) =>
    explainList(listNear([unit(probe)], count, without, environment), environment);
  const [beginning, end] = [from, to].map((probe) => near(probe, ofEachSide, own)) as [
    Explanation,
    Explanation,
  ];
  const weaker = beats(beginning) <= beats(end) ? beginning : end;
  const separation = separationOf(way, [beginning, end], environment);
  const none: ReadonlySet<number> = new Set();
  const isPlaced = weaker.verdict === 'means' || weaker.verdict === 'unstable';
  return explained(!isPlaced ? weaker.verdict : separation < significant ? 'unstable' : 'means', {
    near: near(way, outermost, none).near,
    opposite: near(scaled(way, -1), outermost, none).near,
    baseline: weaker.baseline,
    stability: { own: separation, chance: 0.5 },
  });
}

function beats({ baseline }: Explanation): number {
  return baseline?.beats ?? 0;
}

/** Share of pairs, one near either end, that stand in the axis's order, mean over draws of the dimensions: 0.5 … 1; what is near both ends tells nothing. */
function separationOf(
  way: Vector,
  ends: readonly [Explanation, Explanation],
  { space }: Environment,
): number {
  const [first, last] = ends.map(({ near }) => near.map(({ row }) => row)) as [number[], number[]];
  const sides = [
    first.filter((row) => !last.includes(row)),
    last.filter((row) => !first.includes(row)),
  ] as const;
  const pairs = sides[0].length * sides[1].length;
  if (pairs === 0) return 0.5;
  let right = 0;
  for (let draw = 0; draw < draws; draw++) {
    const weights = drawDimensions(space.dimensions, draw);
    const [low, high] = sides.map((rows) => rows.map((row) => along(rowOf(space, row), way, weights))) as [
      number[],
      number[],
    ];
    for (const one of low) for (const other of high) if (one < other) right += 1;
  }
  return right / draws / pairs;
}

function along(row: Vector, way: Vector, weights: Vector): number {
  let sum = 0;
  for (let at = 0; at < weights.length; at++)
    sum += (weights[at] as number) * (row[at] as number) * (way[at] as number);
  return sum;
}
