import { setImmediate } from 'node:timers/promises';
import { type LogisticData, type LogisticModel, logit } from './logistic.ts';

/** Splits in order; a leaf has `feature` −1. Children of node i are at `left` and `right`. */
interface Tree {
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  value: number[];
}

export interface BoostedTrees {
  trees: Tree[];
}

const rounds = 60;
const depth = 4;
const shrinkage = 0.08;
const bins = 32;
const leafPenalty = 3;
const smallestLeaf = 2;

/**
 * Gradient-boosted trees on the log-loss, begun from a logistic regression, so that they only learn what sums of signals cannot say (which signals count together).
 * Newton leaves and histogram splits as in Chen and Guestrin, XGBoost (2016).
 */
export async function boost(
  data: LogisticData,
  base: LogisticModel,
  signal?: AbortSignal,
): Promise<BoostedTrees> {
  const rows = data.labels.length;
  const edges = Array.from({ length: data.width }, (_, feature) => quantiles(data, feature));
  const binned = new Uint8Array(rows * data.width);
  for (let row = 0; row < rows; row += 1) {
    for (let feature = 0; feature < data.width; feature += 1) {
      const at = row * data.width + feature;
      binned[at] = binOf(edges[feature] ?? [], data.features[at] ?? 0);
    }
  }
  const scores = Float64Array.from({ length: rows }, (_, row) =>
    logit(base, data.features, row * data.width),
  );
  const gradient = new Float64Array(rows);
  const curvature = new Float64Array(rows);
  const trees: Tree[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (let row = 0; row < rows; row += 1) {
      const chance = 1 / (1 + Math.exp(-(scores[row] ?? 0)));
      gradient[row] = (data.labels[row] ?? 0) - chance;
      curvature[row] = chance * (1 - chance);
    }
    const tree: Tree = { feature: [], threshold: [], left: [], right: [], value: [] };
    const all = Int32Array.from({ length: rows }, (_, row) => row);
    grow({ tree, edges, binned, width: data.width, gradient, curvature, scores }, all, depth);
    trees.push(tree);
    // a cancel is heard
    await setImmediate();
    signal?.throwIfAborted();
  }
  return { trees };
}

/** What the trees add to the logistic score of a row; a column a feature. */
export function treesScore(
  { trees }: BoostedTrees,
  columns: readonly ArrayLike<number>[],
  row: number,
): number {
  let score = 0;
  for (const { feature, threshold, left, right, value } of trees) {
    let node = 0;
    for (let split = feature[0] ?? -1; split >= 0; split = feature[node] ?? -1)
      node = ((columns[split]?.[row] ?? 0) <= (threshold[node] ?? 0) ? left[node] : right[node]) ?? 0;
    score += value[node] ?? 0;
  }
  return score;
}

interface Growing {
  tree: Tree;
  edges: readonly number[][];
  binned: Uint8Array;
  width: number;
  gradient: Float64Array;
  curvature: Float64Array;
  scores: Float64Array;
}

function grow(growing: Growing, rows: Int32Array, left: number): number {
  const { tree, edges, binned, width, gradient, curvature, scores } = growing;
  const node = tree.feature.length;
  const split = left === 0 ? null : bestSplit(growing, rows);
  tree.feature.push(split?.feature ?? -1);
  tree.threshold.push(split === null ? 0 : (edges[split.feature]?.[split.bin] ?? 0));
  tree.left.push(-1);
  tree.right.push(-1);
  tree.value.push(0);
  if (split === null) {
    let sum = 0;
    let weight = leafPenalty;
    for (const row of rows) {
      sum += gradient[row] ?? 0;
      weight += curvature[row] ?? 0;
    }
    const value = (shrinkage * sum) / weight;
    tree.value[node] = value;
    for (const row of rows) scores[row] = (scores[row] ?? 0) + value;
    return node;
  }
  const isLeft = (row: number) => (binned[row * width + split.feature] ?? 0) <= split.bin;
  tree.left[node] = grow(growing, rows.filter(isLeft), left - 1);
  tree.right[node] = grow(
    growing,
    rows.filter((row) => !isLeft(row)),
    left - 1,
  );
  return node;
}

function bestSplit(
  { edges, binned, width, gradient, curvature }: Growing,
  rows: Int32Array,
): { feature: number; bin: number } | null {
  let best: { feature: number; bin: number } | null = null;
  let bestGain = 1e-3;
  for (let feature = 0; feature < width; feature += 1) {
    const sums = new Float64Array(bins);
    const weights = new Float64Array(bins);
    let sum = 0;
    let weight = 0;
    for (const row of rows) {
      const bin = binned[row * width + feature] ?? 0;
      sums[bin] = (sums[bin] ?? 0) + (gradient[row] ?? 0);
      weights[bin] = (weights[bin] ?? 0) + (curvature[row] ?? 0);
      sum += gradient[row] ?? 0;
      weight += curvature[row] ?? 0;
    }
    const whole = sum ** 2 / (weight + leafPenalty);
    let leftSum = 0;
    let leftWeight = 0;
    for (let bin = 0; bin < (edges[feature]?.length ?? 0); bin += 1) {
      leftSum += sums[bin] ?? 0;
      leftWeight += weights[bin] ?? 0;
      const rightWeight = weight - leftWeight;
      if (leftWeight < smallestLeaf || rightWeight < smallestLeaf) continue;
      const gain =
        leftSum ** 2 / (leftWeight + leafPenalty) +
        (sum - leftSum) ** 2 / (rightWeight + leafPenalty) -
        whole;
      if (gain > bestGain) {
        best = { feature, bin };
        bestGain = gain;
      }
    }
  }
  return best;
}

/** Distinct values that cut a feature into bins: evenly by rank, finer at the top, where the links are. */
function quantiles({ features, width, labels }: LogisticData, feature: number): number[] {
  const values = Float64Array.from(labels, (_, row) => features[row * width + feature] ?? 0).sort();
  const cuts = new Set<number>();
  for (let cut = 1; cut < bins; cut += 1) {
    const share = 1 - (1 - cut / bins) ** 2;
    cuts.add(values[Math.floor(share * (values.length - 1))] ?? 0);
  }
  return [...cuts].toSorted((a, b) => a - b);
}

function binOf(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value <= (edges[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
