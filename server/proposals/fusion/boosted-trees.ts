import { setImmediate } from 'node:timers/promises';
import seedrandom from 'seedrandom';
import { addByBins, bins, grow, leavesInTree, splitsInTree, type Tree } from './grow-tree.ts';
import type { LogisticData } from './logistic.ts';

/** Splits and leaves of all trees, one tree after another, as a `Tree` has them. */
export interface BoostedTrees {
  feature: Uint8Array;
  threshold: Float64Array;
  value: Float64Array;
}

/** Rows in groups: what is ranked against what. The rows of a group stand together. */
export interface RankedData extends LogisticData {
  /** of each row */
  groups: Int32Array;
}

const rounds = 150;
/** Each tree sees a part of the rows and of the features: many that differ are worth more than many alike. */
const [rowShare, featureShare] = [0.8, 0.5];

/** Wanted rows of a group that are set against its others: of a note with hundreds of links a part says as much. */
const mostWanted = 16;

/**
 * Gradient-boosted trees that put what is labelled before what is not, within each group: the pairwise logistic loss of RankNet (Burges et al. 2005),
 * Newton leaves and histogram splits as in XGBoost (Chen and Guestrin 2016), parts drawn as in Friedman's stochastic boosting (2002).
 */
export async function boost(data: RankedData, seed: number, signal?: AbortSignal): Promise<BoostedTrees> {
  const random = seedrandom(`trees ${seed}`);
  const { rows, contests } = contestsOf(data);
  const count = rows.length;
  const edges = Array.from({ length: data.width }, (_, feature) => quantiles(data, feature));
  const binned = edges.map((own, feature) => {
    const column = new Uint8Array(count);
    for (let at = 0; at < count; at += 1)
      column[at] = binOf(own, data.features[(rows[at] ?? 0) * data.width + feature] ?? 0);
    return column;
  });
  const scores = new Float64Array(count);
  const powers = new Float64Array(count);
  const gradient = new Float64Array(count);
  const curvature = new Float64Array(count);
  const trees: Tree[] = [];
  const most = count === 0 ? 0 : rounds;
  for (let round = 0; round < most; round += 1) {
    gradient.fill(0);
    curvature.fill(0);
    for (let at = 0; at < count; at += 1) powers[at] = Math.exp(scores[at] ?? 0);
    for (const contest of contests) pull(contest, { powers, gradient, curvature });
    const features = edges.map((_, at) => at).filter(() => random() < featureShare);
    const growing = { features, edges, binned, gradient, curvature };
    const tree = grow(growing, drawRows(count, random.int32()));
    trees.push(tree);
    addByBins(tree, binned, scores);
    // a cancel is heard
    await setImmediate();
    signal?.throwIfAborted();
  }
  return together(trees);
}

function together(trees: readonly Tree[]): BoostedTrees {
  const feature = new Uint8Array(trees.length * splitsInTree);
  const threshold = new Float64Array(trees.length * splitsInTree);
  const value = new Float64Array(trees.length * leavesInTree);
  for (const [at, tree] of trees.entries()) {
    feature.set(tree.feature, at * splitsInTree);
    threshold.set(tree.threshold, at * splitsInTree);
    value.set(tree.value, at * leavesInTree);
  }
  return { feature, threshold, value };
}

/** A part of the rows, drawn by a hash of the round's lot and the row: a random number for each would take longer than the tree. */
function drawRows(count: number, lot: number): Int32Array {
  const drawn = new Int32Array(count);
  const least = rowShare * 2 ** 32;
  let length = 0;
  for (let row = 0; row < count; row += 1) {
    let hash = Math.imul(row ^ lot, 0x9e3779b1);
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca77);
    if ((hash ^ (hash >>> 13)) >>> 0 < least) drawn[length++] = row;
  }
  return drawn.subarray(0, length);
}

/** The rows of one group, by their label. */
interface Contest {
  wanted: number[];
  others: number[];
}

/** Groups in which there is something to put before something else, as places in `rows`. */
function contestsOf({ groups, labels }: RankedData): { rows: Int32Array; contests: Contest[] } {
  const all = new Map<number, Contest>();
  for (const [row, group] of groups.entries()) {
    const contest = all.get(group) ?? { wanted: [], others: [] };
    contest[labels[row] === 1 ? 'wanted' : 'others'].push(row);
    all.set(group, contest);
  }
  const rows: number[] = [];
  const place = (row: number) => rows.push(row) - 1;
  const contests = [...all.values()]
    .filter(({ wanted, others }) => wanted.length > 0 && others.length > 0)
    .map(({ wanted, others }) => {
      const step = Math.max(1, wanted.length / mostWanted);
      const part = wanted.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
      return { wanted: part.map(place), others: others.map(place) };
    });
  return { rows: Int32Array.from(rows), contests };
}

/**
 * Each wanted row is pulled up and each other one down, the more the nearer they are or the worse they stand; a group weighs as one row. `powers`: e to each
 * score, so that every pair costs a division and no power: trees shrink what they say, and scores stay within a few dozens.
 */
function pull(
  { wanted, others }: Contest,
  { powers, gradient, curvature }: Record<'powers' | 'gradient' | 'curvature', Float64Array>,
): void {
  for (const up of wanted) {
    let [pulled, bent] = [0, 0];
    const own = powers[up] ?? 0;
    for (let at = 0; at < others.length; at += 1) {
      const down = others[at] ?? 0;
      const other = powers[down] ?? 0;
      const chance = other / (other + own);
      const force = chance / wanted.length;
      const curve = force * (1 - chance);
      gradient[down] = (gradient[down] ?? 0) - force;
      curvature[down] = (curvature[down] ?? 0) + curve;
      pulled += force;
      bent += curve;
    }
    gradient[up] = (gradient[up] ?? 0) + pulled;
    curvature[up] = (curvature[up] ?? 0) + bent;
  }
}

/** What the trees say of the rows at `places`, in their order; a column a feature. */
export function scoreByTrees(
  { feature, threshold, value }: BoostedTrees,
  columns: readonly Float64Array[],
  places: ArrayLike<number>,
): Float64Array {
  const scores = new Float64Array(places.length);
  const row = new Float64Array(columns.length);
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    for (let column = 0; column < row.length; column += 1) row[column] = columns[column]?.[place] ?? 0;
    let score = 0;
    for (let first = 0, leaf = 0; first < feature.length; first += splitsInTree, leaf += leavesInTree) {
      let node = 0;
      while (node < splitsInTree) {
        const split = first + node;
        node = 2 * node + ((row[feature[split] ?? 0] ?? 0) <= (threshold[split] ?? 0) ? 1 : 2);
      }
      score += value[leaf + node - splitsInTree] ?? 0;
    }
    scores[at] = score;
  }
  return scores;
}

/** The same trees with so much weight. */
export function scaleTrees(trees: BoostedTrees, weight: number): BoostedTrees {
  return { ...trees, value: trees.value.map((value) => weight * value) };
}

/** Distinct values that cut a feature into bins: evenly by rank, finer at the top, where the links are. */
function quantiles({ features, width, labels }: LogisticData, feature: number): number[] {
  const values = new Float64Array(labels.length);
  for (let row = 0; row < values.length; row += 1) values[row] = features[row * width + feature] ?? 0;
  values.sort();
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
