/** Histogram bins of a feature. */
export const bins = 32;
const shrinkage = 0.1;
const leafPenalty = 3;
const smallestLeaf = 0.5;

/** Splits in order; a leaf has `feature` −1. Children of node i are at `left` and `right`. */
export interface Tree {
  feature: number[];
  threshold: number[];
  left: number[];
  right: number[];
  value: number[];
}

/** A tree that grows, and what it grows from. */
export interface Growing {
  tree: Tree;
  /** of each split of the tree, the last bin that goes left */
  bins: number[];
  /** those that this tree sees */
  features: readonly number[];
  edges: readonly number[][];
  /** a column a feature */
  binned: readonly Uint8Array[];
  gradient: Float64Array;
  curvature: Float64Array;
}

/** One node and all below it, `left` splits deep; returns its place. Newton leaves and histogram splits as in XGBoost (Chen and Guestrin 2016). */
export function grow(growing: Growing, rows: Int32Array, left: number): number {
  const { tree, edges, binned, gradient, curvature } = growing;
  const node = tree.feature.length;
  const [pulls, bends] = [gather(gradient, rows), gather(curvature, rows)];
  const split = left === 0 ? null : bestSplit(growing, rows, { pulls, bends });
  tree.feature.push(split?.feature ?? -1);
  tree.threshold.push(split === null ? 0 : (edges[split.feature]?.[split.bin] ?? 0));
  growing.bins.push(split?.bin ?? 0);
  tree.left.push(-1);
  tree.right.push(-1);
  tree.value.push(0);
  if (split === null) {
    tree.value[node] = (shrinkage * sumOf(pulls)) / (sumOf(bends) + leafPenalty);
    return node;
  }
  const column = binned[split.feature] ?? new Uint8Array();
  tree.left[node] = grow(
    growing,
    part(rows, (row) => (column[row] ?? 0) <= split.bin),
    left - 1,
  );
  tree.right[node] = grow(
    growing,
    part(rows, (row) => (column[row] ?? 0) > split.bin),
    left - 1,
  );
  return node;
}

function part(rows: Int32Array, isIn: (row: number) => boolean): Int32Array {
  const own = new Int32Array(rows.length);
  let length = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if (isIn(row)) own[length++] = row;
  }
  return own.subarray(0, length);
}

/** A loop: `Float64Array.from` takes ten times as long. */
function gather(values: Float64Array, rows: Int32Array): Float64Array {
  const own = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) own[at] = values[rows[at] ?? 0] ?? 0;
  return own;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at += 1) sum += values[at] ?? 0;
  return sum;
}

/** What a tree that was just grown says of every row, also of those that it did not see. */
export function addByBins({ tree, bins: last, binned }: Growing, scores: Float64Array): void {
  const { feature, left, right, value } = tree;
  for (let row = 0; row < scores.length; row += 1) {
    let node = 0;
    for (let split = feature[0] ?? -1; split >= 0; split = feature[node] ?? -1)
      node = ((binned[split]?.[row] ?? 0) <= (last[node] ?? 0) ? left[node] : right[node]) ?? 0;
    scores[row] = (scores[row] ?? 0) + (value[node] ?? 0);
  }
}

function bestSplit(
  { features, edges, binned }: Growing,
  rows: Int32Array,
  { pulls, bends }: { pulls: Float64Array; bends: Float64Array },
): { feature: number; bin: number } | null {
  let best: { feature: number; bin: number } | null = null;
  let bestGain = 1e-3;
  const [sum, weight] = [sumOf(pulls), sumOf(bends)];
  const whole = sum ** 2 / (weight + leafPenalty);
  const sums = new Float64Array(bins);
  const weights = new Float64Array(bins);
  for (const feature of features) {
    sums.fill(0);
    weights.fill(0);
    const column = binned[feature] ?? new Uint8Array();
    for (let at = 0; at < rows.length; at += 1) {
      const bin = column[rows[at] ?? 0] ?? 0;
      sums[bin] = (sums[bin] ?? 0) + (pulls[at] ?? 0);
      weights[bin] = (weights[bin] ?? 0) + (bends[at] ?? 0);
    }
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
