import { boost, type BoostedTrees, type RankedData, scaleTrees, scoreByTrees } from './boosted-trees.ts';
import { fitLogistic, type LogisticModel, logit } from './logistic.ts';

/** One group in so many is kept from the trees that are only tried. */
const tried = 3;
/** Whatever was measured, more is more. */
const flattest = 0.1;

/**
 * Trees beside a sum of signals. They only know an order, and of what they were grown from they are far too sure: on groups that trees have not seen
 * it is measured what the sum of both is worth (Platt scaling, 1999), and both are given that measure, so that together they are log-odds of `data`.
 */
export async function withTrees(
  data: RankedData,
  linear: LogisticModel,
  { seed, signal }: { seed: number; signal?: AbortSignal | undefined },
): Promise<{ linear: LogisticModel; trees: BoostedTrees }> {
  const isTried = (row: number) => (data.groups[row] ?? 0) % tried === 0;
  const seen = await boost(
    rowsOf(data, (row) => !isTried(row)),
    seed,
    signal,
  );
  const fresh = rowsOf(data, isTried);
  const byTrees = scoreByTrees(seen, columnsOf(fresh), Array.from(fresh.labels.keys()));
  const sums = byTrees.map((score, row) => score + logit(linear, fresh.features, row * data.width));
  const sum = fitLogistic({ features: sums, width: 1, labels: fresh.labels }, { bias: 0, weights: [1] });
  const slope = Math.max(flattest, sum.weights[0] ?? 1);
  const trees = await boost(data, seed, signal);
  return {
    linear: {
      bias: sum.bias + slope * linear.bias,
      weights: linear.weights.map((weight) => slope * weight),
    },
    trees: scaleTrees(trees, slope),
  };
}

function columnsOf({ features, width, labels }: RankedData): Float64Array[] {
  return Array.from({ length: width }, (_, at) =>
    Float64Array.from(labels, (__, row) => features[row * width + at] ?? 0),
  );
}

function rowsOf(data: RankedData, isWanted: (row: number) => boolean): RankedData {
  const rows = Array.from(data.labels.keys()).filter(isWanted);
  const { width } = data;
  const features = new Float64Array(rows.length * width);
  for (const [at, row] of rows.entries())
    features.set(data.features.subarray(row * width, (row + 1) * width), at * width);
  return {
    features,
    width,
    labels: Uint8Array.from(rows, (row) => data.labels[row] ?? 0),
    groups: Int32Array.from(rows, (row) => data.groups[row] ?? 0),
  };
}
