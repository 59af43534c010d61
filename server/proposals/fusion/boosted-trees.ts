import { setImmediate } from 'node:timers/promises';
import seedrandom from 'seedrandom';
import type { LogisticData } from './logistic.ts';

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

/** Rows in groups: what is ranked against what. The rows of a group stand together. */
export interface RankedData extends LogisticData {
  /** of each row */
  groups: Int32Array;
}

const rounds = 150;
const depth = 3;
const shrinkage = 0.1;
const bins = 32;
const leafPenalty = 3;
const smallestLeaf = 0.5;
/** Each tree sees a part of the rows and of the features: many that differ are worth more than many alike. */
const [rowShare, featureShare] = [0.8, 0.5];

/**
 * Gradient-boosted trees that put what is labelled before what is not, within each group: the pairwise logistic loss of RankNet (Burges et al. 2005),
 * Newton leaves and histogram splits as in XGBoost (Chen and Guestrin 2016), parts drawn as in Friedman's stochastic boosting (2002).
 */
export async function boost(data: RankedData, seed: number, signal?: AbortSignal): Promise<BoostedTrees> {
  const random = seedrandom(`trees ${seed}`);
  const contests = contestsOf(data);
  const rows = Int32Array.from(contests.flatMap(({ wanted, others }) => [...wanted, ...others]));
  const edges = Array.from({ length: data.width }, (_, feature) => quantiles(data, feature));
  const binned = new Uint8Array(data.labels.length * data.width);
  for (const row of rows) {
    for (let feature = 0; feature < data.width; feature += 1) {
      const at = row * data.width + feature;
      binned[at] = binOf(edges[feature] ?? [], data.features[at] ?? 0);
    }
  }
  const scores = new Float64Array(data.labels.length);
  const gradient = new Float64Array(data.labels.length);
  const curvature = new Float64Array(data.labels.length);
  const trees: Tree[] = [];
  for (let round = 0; round < rounds && rows.length > 0; round += 1) {
    gradient.fill(0);
    curvature.fill(0);
    for (const contest of contests) pull(contest, { scores, gradient, curvature });
    const features = Array.from({ length: data.width }, (_, at) => at).filter(() => random() < featureShare);
    const tree: Tree = { feature: [], threshold: [], left: [], right: [], value: [] };
    const growing = { tree, features, edges, binned, width: data.width, gradient, curvature };
    grow(
      growing,
      rows.filter(() => random() < rowShare),
      depth,
    );
    trees.push(tree);
    for (const row of rows) {
      const own = valueOf(tree, (feature) => data.features[row * data.width + feature] ?? 0);
      scores[row] = (scores[row] ?? 0) + own;
    }
    // a cancel is heard
    await setImmediate();
    signal?.throwIfAborted();
  }
  return { trees };
}

/** The rows of one group, by their label. */
interface Contest {
  wanted: number[];
  others: number[];
}

/** Groups in which there is something to put before something else. */
function contestsOf({ groups, labels }: RankedData): Contest[] {
  const contests = new Map<number, Contest>();
  for (const [row, group] of groups.entries()) {
    const contest = contests.get(group) ?? { wanted: [], others: [] };
    contest[labels[row] === 1 ? 'wanted' : 'others'].push(row);
    contests.set(group, contest);
  }
  return [...contests.values()].filter(({ wanted, others }) => wanted.length > 0 && others.length > 0);
}

/** Each wanted row is pulled up and each other one down, the more the nearer they are or the worse they stand; a group weighs as one row. */
function pull(
  { wanted, others }: Contest,
  { scores, gradient, curvature }: Record<'scores' | 'gradient' | 'curvature', Float64Array>,
): void {
  const add = (values: Float64Array, row: number, value: number) => {
    values[row] = (values[row] ?? 0) + value;
  };
  for (const up of wanted) {
    for (const down of others) {
      const chance = 1 / (1 + Math.exp((scores[up] ?? 0) - (scores[down] ?? 0)));
      const force = chance / wanted.length;
      add(gradient, up, force);
      add(gradient, down, -force);
      add(curvature, up, force * (1 - chance));
      add(curvature, down, force * (1 - chance));
    }
  }
}

/** What the trees add to the logistic score of a row; a column a feature. */
export function treesScore(
  { trees }: BoostedTrees,
  columns: readonly ArrayLike<number>[],
  row: number,
): number {
  const read = (feature: number) => columns[feature]?.[row] ?? 0;
  let score = 0;
  for (const tree of trees) score += valueOf(tree, read);
  return score;
}

/** The same trees with so much weight. */
export function scaleTrees({ trees }: BoostedTrees, weight: number): BoostedTrees {
  return { trees: trees.map((tree) => ({ ...tree, value: tree.value.map((value) => weight * value) })) };
}

function valueOf(
  { feature, threshold, left, right, value }: Tree,
  read: (feature: number) => number,
): number {
  let node = 0;
  for (let split = feature[0] ?? -1; split >= 0; split = feature[node] ?? -1)
    node = (read(split) <= (threshold[node] ?? 0) ? left[node] : right[node]) ?? 0;
  return value[node] ?? 0;
}

interface Growing {
  tree: Tree;
  /** those that this tree sees */
  features: readonly number[];
  edges: readonly number[][];
  binned: Uint8Array;
  width: number;
  gradient: Float64Array;
  curvature: Float64Array;
}

function grow(growing: Growing, rows: Int32Array, left: number): number {
  const { tree, edges, binned, width, gradient, curvature } = growing;
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
    tree.value[node] = (shrinkage * sum) / weight;
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
  { features, edges, binned, width, gradient, curvature }: Growing,
  rows: Int32Array,
): { feature: number; bin: number } | null {
  let best: { feature: number; bin: number } | null = null;
  let bestGain = 1e-3;
  for (const feature of features) {
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
