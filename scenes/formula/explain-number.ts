import { positionOn } from './call-function.ts';
import { shareBelow } from './chance.ts';
import type { Environment } from './environment.ts';
import { explained, type Explanation, fewestScenes, leastLength, significant } from './explanation.ts';
import { drawDimensions, weightedCosine } from './stability.ts';
import type { ValueOf } from './value.ts';
import { cosine, lengthOf, plus, type Vector } from './vectors.ts';

const draws = 100;

/** A likeness or a position with the interval that it keeps when the dimensions are drawn anew. A plain number explains itself. */
export function explainNumber(value: ValueOf<'number'>, { space, chance }: Environment): Explanation {
  if (value.unit === 'plain') return explained('means');
  if (space.count < fewestScenes) return explained('too_few_scenes');
  const drawn = Array.from({ length: draws }, (_, draw) => {
    const weights = drawDimensions(space.dimensions, draw);
    if (value.unit === 'position') return weightedPosition(value, weights);
    return 100 * shareBelow(chance.pairs, weightedCosine(...value.between, weights));
  }).sort((a, b) => a - b);
  const interval = { low: drawn[draws * 0.05] ?? 0, high: drawn[draws * 0.95 - 1] ?? 0 };
  if (value.unit === 'percentile') return explained('means', { interval });
  const { from, to } = value.axis;
  if (lengthOf(plus(to, from, -1)) < leastLength) return explained('cancels_out');
  // what is no nearer to either end than two random scenes are to each other has no place on the axis
  const nearer = shareBelow(chance.pairs, Math.max(cosine(value.of, from), cosine(value.of, to)));
  return explained(nearer < significant ? 'as_chance' : 'means', { interval });
}

function weightedPosition(
  { of, axis }: Extract<ValueOf<'number'>, { unit: 'position' }>,
  weights: Vector,
): number {
  const weighted = (vector: Vector) => vector.map((each, at) => each * Math.sqrt(weights[at] as number));
  return positionOn({ from: weighted(axis.from), to: weighted(axis.to) }, weighted(of));
}
