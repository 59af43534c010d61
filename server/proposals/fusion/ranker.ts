import type { Corpus } from '../signals/corpus.ts';
import type { NamedSignal } from '../signals/word-signals.ts';
import { type BoostedTrees, scoreByTrees } from './boosted-trees.ts';
import { fitLogistic, type LogisticModel } from './logistic.ts';
import { kthLargest } from './kth-largest.ts';
import { priorModel } from './prior.ts';
import { withTrees } from './with-trees.ts';
import { chooseColumns, readTraining, type TrainingData } from './training.ts';

/** Weights for every signal, and trees for what counts only together; no trees before a vault has taught them. */
export interface Ranker {
  linear: LogisticModel;
  trees: BoostedTrees | null;
  /** column of each feature of the trees */
  treeColumns: number[];
}

/** Candidates of one source: what is not among so many is proposed to nobody. */
const lookedAt = 300;

/** Log-odds that each candidate is a link that is missing; not calibrated. Columns are z-scores in the order of the weights. */
export function scoreCandidates(
  ranker: Ranker,
  columns: readonly Float64Array[],
  length: number,
): Float64Array {
  const { linear, trees, treeColumns } = ranker;
  const scores = new Float64Array(length).fill(linear.bias);
  for (const [at, column] of columns.entries()) {
    const weight = linear.weights[at] ?? 0;
    if (weight === 0) continue;
    for (let place = 0; place < length; place += 1)
      scores[place] = (scores[place] ?? 0) + weight * (column[place] ?? 0);
  }
  if (trees !== null)
    addTrees(
      scores,
      trees,
      treeColumns.map((column) => columns[column] ?? scores),
    );
  return scores;
}

/** In a large vault trees look at what sums put first; the rest stands as if they thought least of it. */
function addTrees(scores: Float64Array, trees: BoostedTrees, columns: readonly Float64Array[]): void {
  const least = scores.length <= lookedAt ? -Infinity : kthLargest(scores, lookedAt);
  const places: number[] = [];
  for (let place = 0; place < scores.length; place += 1)
    if ((scores[place] ?? 0) >= least) places.push(place);
  const more = scoreByTrees(trees, columns, places);
  const lowest = more.reduce((low, score) => Math.min(low, score), 0);
  for (let place = 0; place < scores.length; place += 1) scores[place] = (scores[place] ?? 0) + lowest;
  for (const [at, place] of places.entries()) scores[place] = (scores[place] ?? 0) + (more[at] ?? 0) - lowest;
}

export interface TrainOptions {
  /** false: the shipped prior */
  refit?: boolean;
  trees?: boolean;
}

/**
 * Reads once what a corpus teaches and gives a trainer. A trained ranker has one weight for each of `signals`; those not among the chosen weigh 0.
 * The embedding model's signals keep their prior weight: to learn it, every fold would have to be embedded anew.
 */
export function trainRanker(
  corpus: Corpus,
  signals: readonly NamedSignal[],
  { seed, signal }: { seed: number; signal?: AbortSignal | undefined },
) {
  const learned = signals.filter(({ name }) => !name.startsWith('embedded'));
  const prior = priorModel(signals.map(({ name }) => name));
  let data: TrainingData | null | undefined;
  return async (
    chosen: readonly NamedSignal[],
    { refit = true, trees = true }: TrainOptions = {},
  ): Promise<Ranker> => {
    const weights = signals.map((each, at) => (chosen.includes(each) ? (prior.weights[at] ?? 0) : 0));
    const shipped = { linear: { bias: prior.bias, weights }, trees: null, treeColumns: [] };
    if (!refit) return shipped;
    const builders = learned.map(({ build }) => build);
    data ??= await readTraining(corpus, builders, seed, signal);
    if (data === null) return shipped;
    const used = learned.filter((each) => chosen.includes(each));
    const own = chooseColumns(
      data,
      used.map((each) => learned.indexOf(each)),
    );
    const names = used.map(({ name }) => name);
    // few of the unlinked pairs are in the data
    const rarer = Math.log(data.kept);
    const from = priorModel(names);
    const fitted = fitLogistic(own, { ...from, bias: from.bias - rarer });
    const whole = trees ? await withTrees(own, fitted, { seed, signal }) : { linear: fitted, trees: null };
    for (const [at, each] of used.entries()) weights[signals.indexOf(each)] = whole.linear.weights[at] ?? 0;
    return {
      linear: { bias: whole.linear.bias + rarer, weights },
      trees: whole.trees,
      treeColumns: used.map((each) => signals.indexOf(each)),
    };
  };
}
