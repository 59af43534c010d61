import type { Vector } from '../../scenes/formula/vectors.ts';
import type { Example } from './examples.ts';

export type Predict = (from: Vector) => ArrayLike<number>;

/** 1 / (1 + rivals that score as high as the link's end or higher) */
export function reciprocalRank(predict: Predict, example: Example, candidates: readonly Vector[]): number {
  const predicted = predict(example.from);
  const score = (end: Vector) => {
    let sum = 0;
    for (let d = 0; d < end.length; d++) sum += (end[d] as number) * (predicted[d] as number);
    return sum;
  };
  const own = score(example.to);
  let rank = 1;
  for (const [row, end] of candidates.entries())
    if (row !== example.target && !example.aside.has(row) && score(end) >= own) rank += 1;
  return 1 / rank;
}

export function meanReciprocalRank(
  predict: Predict,
  examples: readonly Example[],
  candidates: readonly Vector[],
): number {
  const sum = examples.reduce((total, example) => total + reciprocalRank(predict, example, candidates), 0);
  return sum / (examples.length || 1);
}
