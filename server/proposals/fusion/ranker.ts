import type { Corpus } from '../signals/corpus.ts';
import type { NamedSignal } from '../signals/word-signals.ts';
import type { LogisticData, LogisticModel } from './logistic.ts';
import { priorModel } from './prior.ts';
import { fitWeights, readTraining } from './training.ts';

/** Log-odds that each candidate is a link that is missing; not calibrated. Columns are z-scores in the order of the model's weights. */
export function scoreCandidates(
  model: LogisticModel,
  columns: readonly Float64Array[],
  length: number,
): Float64Array {
  const scores = new Float64Array(length).fill(model.bias);
  for (const [at, column] of columns.entries()) {
    const weight = model.weights[at] ?? 0;
    if (weight === 0) continue;
    for (let place = 0; place < length; place += 1) {
      scores[place] = (scores[place] ?? 0) + weight * (column[place] ?? 0);
    }
  }
  return scores;
}

/**
 * Reads once what a corpus teaches and gives a trainer. The trained model has one weight for each of `signals`; those not among the chosen weigh 0.
 * The embedding model's signals keep their prior weight: to learn it, every fold would have to be embedded anew.
 */
export function trainRanker(
  corpus: Corpus,
  signals: readonly NamedSignal[],
  seed: number,
  signal?: AbortSignal,
) {
  const learned = signals.filter(({ name }) => !name.startsWith('embedded'));
  let data: LogisticData | null | undefined;
  return async (chosen: readonly NamedSignal[], { refit = true } = {}): Promise<LogisticModel> => {
    const prior = priorModel(signals.map(({ name }) => name));
    const isChosen = (signal: NamedSignal) => chosen.includes(signal);
    const weights = prior.weights.map((weight, at) => {
      const signal = signals[at];
      return signal !== undefined && isChosen(signal) ? weight : 0;
    });
    if (!refit) return { bias: prior.bias, weights };
    data ??= await readTraining(
      corpus,
      learned.map(({ build }) => build),
      seed,
      signal,
    );
    if (data === null) return { bias: prior.bias, weights };
    const columns = learned.flatMap((signal, at) => (isChosen(signal) ? [at] : []));
    const used = learned.filter(isChosen);
    const fitted = fitWeights(data, priorModel(used.map(({ name }) => name)), columns);
    for (const [at, signal] of used.entries()) weights[signals.indexOf(signal)] = fitted.weights[at] ?? 0;
    return { bias: fitted.bias, weights };
  };
}
