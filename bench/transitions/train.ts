import { shuffle } from '../../server/proposals/shuffle.ts';
import type { Vector } from '../../scenes/formula/vectors.ts';
import type { Example, Examples } from './examples.ts';
import { meanReciprocalRank } from './ranks.ts';
import type { StepModel } from './step-model.ts';

const [epochs, batch, rivals] = [25, 32, 48];
const sharpness = 12;
const [rate, decay] = [0.003, 1e-4];
/** Adam (Kingma & Ba 2015) with its usual constants. */
const [first, second, tiny] = [0.9, 0.999, 1e-8];

/**
 * Fits a model so that a link's end scores above random others (softmax over them). A tenth of the sources is kept aside; the epoch that does best on it stays,
 * the one before the first counts too.
 */
export function train(model: StepModel, { pairs, candidates }: Examples, random: () => number): void {
  const sources = shuffle([...new Set(pairs.map(({ source }) => source))], 3);
  const aside = new Set(sources.slice(0, Math.ceil(sources.length / 10)));
  const [fitted, checked] = [
    pairs.filter(({ source }) => !aside.has(source)),
    pairs.filter(({ source }) => aside.has(source)),
  ];
  const step = adam(model.parameters);
  let best = {
    mrr: meanReciprocalRank(model.predict, checked, candidates),
    parameters: model.parameters.slice(),
  };
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = shuffle(fitted, epoch);
    for (let from = 0; from < order.length; from += batch) {
      const gradient = new Float64Array(model.parameters.length);
      for (const example of order.slice(from, from + batch))
        descend(model, example, { candidates, random, gradient });
      step(gradient);
    }
    const mrr = meanReciprocalRank(model.predict, checked, candidates);
    if (mrr > best.mrr) best = { mrr, parameters: model.parameters.slice() };
  }
  model.parameters.set(best.parameters);
}

function descend(
  model: StepModel,
  { from, to, aside, target }: Example,
  {
    candidates,
    random,
    gradient,
  }: { candidates: readonly Vector[]; random: () => number; gradient: Float64Array },
): void {
  const others: Vector[] = [];
  for (let tries = 0; others.length < rivals && tries < 4 * rivals; tries++) {
    const row = Math.floor(random() * candidates.length);
    const other = candidates[row];
    if (other && row !== target && !aside.has(row)) others.push(other);
  }
  const ends = [to, ...others];
  const predicted = model.predict(from);
  const scores = ends.map(
    (end) => sharpness * end.reduce((sum, value, d) => sum + value * (predicted[d] as number), 0),
  );
  const highest = Math.max(...scores);
  const weights = scores.map((score) => Math.exp(score - highest));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const above = new Float64Array(from.length);
  for (const [index, end] of ends.entries()) {
    const slope = (sharpness * ((weights[index] ?? 0) / total - (index === 0 ? 1 : 0))) / batch;
    for (let d = 0; d < above.length; d++) above[d] = (above[d] as number) + slope * (end[d] as number);
  }
  model.descend(from, above, gradient);
}

function adam(parameters: Float64Array): (gradient: Float64Array) => void {
  const [mean, square] = [new Float64Array(parameters.length), new Float64Array(parameters.length)];
  let steps = 0;
  return (gradient) => {
    steps += 1;
    for (let at = 0; at < parameters.length; at++) {
      const slope = (gradient[at] as number) + decay * (parameters[at] as number);
      mean[at] = first * (mean[at] as number) + (1 - first) * slope;
      square[at] = second * (square[at] as number) + (1 - second) * slope * slope;
      const [m, v] = [
        (mean[at] as number) / (1 - first ** steps),
        (square[at] as number) / (1 - second ** steps),
      ];
      parameters[at] = (parameters[at] as number) - (rate * m) / (Math.sqrt(v) + tiny);
    }
  };
}
