import { setImmediate } from 'node:timers/promises';
import seedrandom from 'seedrandom';
import { addByBins, bins, grow, type Tree } from './grow-tree.ts';
import type { LogisticData } from './logistic.ts';

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
  const binned = edges.map((own, feature) =>
    Uint8Array.from(rows, (row) => binOf(own, data.features[row * data.width + feature] ?? 0)),
  );
  const scores = new Float64Array(count);
  const gradient = new Float64Array(count);
  const curvature = new Float64Array(count);
  const trees: Tree[] = [];
  const most = count === 0 ? 0 : rounds;
  for (let round = 0; round < most; round += 1) {
    gradient.fill(0);
    curvature.fill(0);
    for (const contest of contests) pull(contest, { scores, gradient, curvature });
    const features = edges.map((_, at) => at).filter(() => random() < featureShare);
    const tree: Tree = { feature: [], threshold: [], left: [], right: [], value: [] };
    const growing = { tree, bins: [], features, edges, binned, gradient, curvature };
    grow(growing, drawRows(count, random.int32()), depth);
    trees.push(tree);
    addByBins(growing, scores);
    // a cancel is heard
    await setImmediate();
    signal?.throwIfAborted();
  }
  return { trees };
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

/** Each wanted row is pulled up and each other one down, the more the nearer they are or the worse they stand; a group weighs as one row. */
function pull(
  { wanted, others }: Contest,
  { scores, gradient, curvature }: Record<'scores' | 'gradient' | 'curvature', Float64Array>,
): void {
  for (const up of wanted) {
    let [pulled, bent] = [0, 0];
    const own = scores[up] ?? 0;
    for (const down of others) {
      const chance = 1 / (1 + Math.exp(own - (scores[down] ?? 0)));
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

/** Adds to `scores` what the trees say of the rows at `places`; a column a feature. */
export function addTreeScores(
  { trees }: BoostedTrees,
  columns: readonly Float64Array[],
  { places, scores }: { places: ArrayLike<number>; scores: Float64Array },
): void {
  const width = columns.length;
  // what one row holds stands together: every tree asks it again
  const rows = new Float64Array(places.length * width);
  for (const [feature, column] of columns.entries())
    for (let at = 0; at < places.length; at += 1) rows[at * width + feature] = column[places[at] ?? 0] ?? 0;
  const sums = new Float64Array(places.length);
  for (const { feature, threshold, left, right, value } of trees) {
    for (let at = 0; at < places.length; at += 1) {
      let node = 0;
      for (let split = feature[0] ?? -1; split >= 0; split = feature[node] ?? -1)
        node = ((rows[at * width + split] ?? 0) <= (threshold[node] ?? 0) ? left[node] : right[node]) ?? 0;
      sums[at] = (sums[at] ?? 0) + (value[node] ?? 0);
    }
  }
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    scores[place] = (scores[place] ?? 0) + (sums[at] ?? 0);
  }
}

/** The same trees with so much weight. */
export function scaleTrees({ trees }: BoostedTrees, weight: number): BoostedTrees {
  return { trees: trees.map((tree) => ({ ...tree, value: tree.value.map((value) => weight * value) })) };
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
