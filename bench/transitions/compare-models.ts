import seedrandom from 'seedrandom';
import { meanOf, plus, type Vector } from '../../scenes/formula/vectors.ts';
import { pairedInterval } from '../../server/proposals/judge/paired-interval.ts';
import { shuffle } from '../../server/proposals/shuffle.ts';
import type { Example, Examples } from './examples.ts';
import { type Predict, reciprocalRank } from './ranks.ts';
import { gated, lowRank, type StepModel } from './step-model.ts';
import { train } from './train.ts';

export interface Compared {
  /** mean reciprocal rank by plain likeness */
  plain: number;
  models: { model: string; mrr: number; interval: [number, number] }[];
}

const folds = 5;
const rank = 8;

/** Five folds by source: what a model is asked, it has seen no link of. */
export function compareModels({ pairs, candidates }: Examples): Compared {
  const dimensions = candidates[0]?.length ?? 0;
  const order = shuffle([...new Set(pairs.map(({ source }) => source))], 7);
  const foldOf = new Map(order.map((source, at) => [source, at % folds]));
  const ranks = new Map<string, Map<Example, number>>();
  const keep = (name: string, predict: Predict, asked: readonly Example[]) => {
    const kept = ranks.get(name) ?? new Map<Example, number>();
    for (const example of asked) kept.set(example, reciprocalRank(predict, example, candidates));
    ranks.set(name, kept);
  };
  for (let fold = 0; fold < folds; fold++) {
    const asked = pairs.filter(({ source }) => foldOf.get(source) === fold);
    const seen = pairs.filter(({ source }) => foldOf.get(source) !== fold);
    keep('plain', (from) => from, asked);
    keep('translation', translation(seen, dimensions), asked);
    const random = seedrandom(`fold ${fold}`);
    const models: StepModel[] = [lowRank(dimensions, rank, random), gated(dimensions)];
    for (const model of models) {
      train(model, { pairs: seen, candidates }, random);
      keep(model.name, model.predict, asked);
    }
  }
  const plain = ranks.get('plain') ?? new Map<Example, number>();
  const models = [...ranks].filter(([name]) => name !== 'plain');
  return {
    plain: mean([...plain.values()]),
    models: models.map(([model, own]) => ({
      model,
      mrr: mean([...own.values()]),
      interval: beside(own, plain),
    })),
  };
}

function translation(pairs: readonly Example[], dimensions: number): Predict {
  const step = meanOf(
    pairs.map(({ from, to }) => plus(to, from, -1)),
    dimensions,
  );
  return (from: Vector) => plus(from, step);
}

function beside(own: ReadonlyMap<Example, number>, plain: ReadonlyMap<Example, number>): [number, number] {
  const bySource = new Map<number, number[]>();
  for (const [example, value] of own) {
    const difference = value - (plain.get(example) ?? 0);
    bySource.set(example.source, [...(bySource.get(example.source) ?? []), difference]);
  }
  return pairedInterval([...bySource.values()]).interval;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}
