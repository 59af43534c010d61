import { rowOf, type Space } from '../../scenes/formula/space.ts';
import { meanTranslation, type RowPair, type Transition } from '../../scenes/formula/transition.ts';
import { dot, plus, unit, type Vector } from '../../scenes/formula/vectors.ts';
import { pairedInterval } from '../proposals/judge/paired-interval.ts';
import { shuffle } from '../proposals/shuffle.ts';

const [folds, mostTested, mostRivals] = [5, 300, 1000];

/** A relation's mean step, and what it adds to plain likeness on links that it was not made from. The same links give the same answer. */
export function measureTransition(space: Space, pairs: readonly RowPair[]): Transition {
  const shuffled = shuffle(pairs, 1);
  const rivals = shuffle([...Array(space.count).keys()], 1).slice(0, mostRivals);
  const bySource = new Map<number, number[]>();
  for (let fold = 0; fold < folds; fold++) {
    const [made, held] = [
      shuffled.filter((_, at) => at % folds !== fold),
      shuffled.filter((_, at) => at % folds === fold),
    ];
    const step = meanTranslation(space, made);
    for (const pair of held.slice(0, mostTested / folds)) {
      const plain = rowOf(space, pair.from);
      const rank = (probe: Vector) => reciprocalRank(space, probe, { pair, rivals });
      bySource.set(pair.from, [
        ...(bySource.get(pair.from) ?? []),
        rank(unit(plus(plain, step))) - rank(plain),
      ]);
    }
  }
  const { difference, interval } = pairedInterval([...bySource.values()]);
  return {
    vector: meanTranslation(space, pairs),
    examples: pairs.length,
    gain: { mean: difference, low: interval[0], high: interval[1] },
  };
}

/** 1 / (1 + how many rivals lie as near or nearer than the link's end) */
function reciprocalRank(
  space: Space,
  probe: Vector,
  { pair, rivals }: { pair: RowPair; rivals: readonly number[] },
): number {
  const own = dot(rowOf(space, pair.to), probe);
  const nearer = rivals.filter(
    (row) => row !== pair.from && row !== pair.to && dot(rowOf(space, row), probe) >= own,
  );
  return 1 / (1 + nearer.length);
}
