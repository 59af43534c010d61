/** Histogram bins of a feature. */
export const bins = 32;
const shrinkage = 0.1;
const leafPenalty = 3;
const smallestLeaf = 0.5;

/** Splits from the root to any leaf. */
export const depth = 3;
export const splitsInTree = 2 ** depth - 1;
export const leavesInTree = 2 ** depth;

/** A complete tree: the children of split i are at 2i + 1 (not above) and 2i + 2, the leaves follow the last splits. What is not split sends all to the left. */
export interface Tree {
  feature: Uint8Array;
  /** of each split, the last value that goes left, and its bin */
  threshold: Float64Array;
  bin: Uint8Array;
  value: Float64Array;
}

/** What a tree grows from. */
export interface Growing {
  /** those that this tree sees */
  features: readonly number[];
  edges: readonly number[][];
  /** a column a feature */
  binned: readonly Uint8Array[];
  gradient: Float64Array;
  curvature: Float64Array;
}

/** Gradients and curvatures of some rows. */
interface Sums {
  pull: number;
  bend: number;
}

/** The same of each bin of each feature seen, one after another: pull, bend. */
type Histogram = Float64Array;

interface Split {
  feature: number;
  bin: number;
  left: Sums;
  right: Sums;
}

/** Newton leaves and histogram splits as in XGBoost (Chen and Guestrin 2016); of two children the histogram of the smaller is counted, the other is what is left (as in LightGBM, Ke et al. 2017). */
export function grow(growing: Growing, rows: Int32Array): Tree {
  const tree: Tree = {
    feature: new Uint8Array(splitsInTree),
    threshold: new Float64Array(splitsInTree).fill(Infinity),
    bin: new Uint8Array(splitsInTree).fill(bins),
    value: new Float64Array(leavesInTree),
  };
  const sums = { pull: 0, bend: 0 };
  for (let at = 0; at < rows.length; at += 1) {
    sums.pull += growing.gradient[rows[at] ?? 0] ?? 0;
    sums.bend += growing.curvature[rows[at] ?? 0] ?? 0;
  }
  splitNode(growing, tree, { node: 0, rows, histogram: count(growing, rows), sums });
  return tree;
}

interface Node {
  node: number;
  rows: Int32Array;
  histogram: Histogram;
  sums: Sums;
}

function splitNode(growing: Growing, tree: Tree, { node, rows, histogram, sums }: Node): void {
  const split = bestSplit(growing, histogram, sums);
  if (split === null) {
    setLeaf(tree, node, sums);
    return;
  }
  const { feature, bin, left, right } = split;
  tree.feature[node] = feature;
  tree.bin[node] = bin;
  tree.threshold[node] = growing.edges[feature]?.[bin] ?? 0;
  const [leftNode, rightNode] = [2 * node + 1, 2 * node + 2];
  if (leftNode >= splitsInTree) {
    setLeaf(tree, leftNode, left);
    setLeaf(tree, rightNode, right);
    return;
  }
  const [leftRows, rightRows] = part(rows, growing.binned[feature] ?? new Uint8Array(), bin);
  const isLeftFewer = leftRows.length < rightRows.length;
  const fewer = count(growing, isLeftFewer ? leftRows : rightRows);
  const rest = histogram;
  for (let at = 0; at < rest.length; at += 1) rest[at] = (rest[at] ?? 0) - (fewer[at] ?? 0);
  const [ofLeft, ofRight] = isLeftFewer ? [fewer, rest] : [rest, fewer];
  splitNode(growing, tree, { node: leftNode, rows: leftRows, histogram: ofLeft, sums: left });
  splitNode(growing, tree, { node: rightNode, rows: rightRows, histogram: ofRight, sums: right });
}

/** Of a node that is not split, the leaf that all of it comes to. */
function setLeaf(tree: Tree, node: number, { pull, bend }: Sums): void {
  let leaf = node;
  while (leaf < splitsInTree) leaf = 2 * leaf + 1;
  tree.value[leaf - splitsInTree] = (shrinkage * pull) / (bend + leafPenalty);
}

/** What goes left, and what goes right, each in its order. */
function part(rows: Int32Array, column: Uint8Array, bin: number): [Int32Array, Int32Array] {
  const [left, right] = [new Int32Array(rows.length), new Int32Array(rows.length)];
  let [lefts, rights] = [0, 0];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    if ((column[row] ?? 0) <= bin) left[lefts++] = row;
    else right[rights++] = row;
  }
  return [left.subarray(0, lefts), right.subarray(0, rights)];
}

function count({ features, binned, gradient, curvature }: Growing, rows: Int32Array): Histogram {
  const histogram = new Float64Array(features.length * bins * 2);
  for (const [at, feature] of features.entries()) {
    const own = histogram.subarray(at * bins * 2, (at + 1) * bins * 2);
    const column = binned[feature] ?? new Uint8Array();
    for (let place = 0; place < rows.length; place += 1) {
      const row = rows[place] ?? 0;
      const bin = (column[row] ?? 0) << 1;
      own[bin] = (own[bin] ?? 0) + (gradient[row] ?? 0);
      own[bin + 1] = (own[bin + 1] ?? 0) + (curvature[row] ?? 0);
    }
  }
  return histogram;
}

/** What a tree that was just grown says of every row, also of those that it did not see. */
export function addByBins(
  { feature, bin, value }: Tree,
  binned: readonly Uint8Array[],
  scores: Float64Array,
): void {
  for (let row = 0; row < scores.length; row += 1) {
    let node = 0;
    while (node < splitsInTree) {
      const own = binned[feature[node] ?? 0]?.[row] ?? 0;
      node = 2 * node + (own <= (bin[node] ?? 0) ? 1 : 2);
    }
    scores[row] = (scores[row] ?? 0) + (value[node - splitsInTree] ?? 0);
  }
}

function bestSplit({ features, edges }: Growing, histogram: Histogram, { pull, bend }: Sums): Split | null {
  let best: Split | null = null;
  let bestGain = 1e-3;
  const whole = pull ** 2 / (bend + leafPenalty);
  for (const [at, feature] of features.entries()) {
    const own = histogram.subarray(at * bins * 2, (at + 1) * bins * 2);
    let [leftPull, leftBend] = [0, 0];
    for (let bin = 0; bin < (edges[feature]?.length ?? 0); bin += 1) {
      leftPull += own[2 * bin] ?? 0;
      leftBend += own[2 * bin + 1] ?? 0;
      const [rightPull, rightBend] = [pull - leftPull, bend - leftBend];
      if (leftBend < smallestLeaf || rightBend < smallestLeaf) continue;
      const gain =
        leftPull ** 2 / (leftBend + leafPenalty) + rightPull ** 2 / (rightBend + leafPenalty) - whole;
      if (gain > bestGain) {
        const [left, right] = [
          { pull: leftPull, bend: leftBend },
          { pull: rightPull, bend: rightBend },
        ];
        best = { feature, bin, left, right };
        bestGain = gain;
      }
    }
  }
  return best;
}
