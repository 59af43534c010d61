import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boost, type RankedData, scoreByTrees } from './boosted-trees.ts';
import { kthLargest } from './kth-largest.ts';
import { fitLogistic } from './logistic.ts';
import { scoreCandidates } from './ranker.ts';
import { zScores } from './z-score.ts';

const data = (rows: readonly (readonly number[])[], labels: readonly number[]): RankedData => ({
  features: Float64Array.from(rows.flat()),
  width: rows[0]?.length ?? 0,
  labels: Uint8Array.from(labels),
  groups: Int32Array.from(labels, (_, at) => Math.floor(at / 20)),
});
const none = { bias: 0, weights: [0, 0] };

test('z-scores are clipped, and all 0 where nothing differs', () => {
  const row = Float64Array.from({ length: 1000 }, (_, at) => (at === 0 ? 1 : 0));
  const all = Array.from(row.keys());
  expect(zScores(row, all)[0]).toBe(8);
  expect([...zScores(new Float64Array(3).fill(0.4), [0, 1, 2])]).toEqual([0, 0, 0]);
});

test('weights find the feature that tells, and stay finite where the data can be told apart whole', () => {
  const rows = Array.from({ length: 200 }, (_, at) => [at % 2 === 0 ? 1 : -1, at % 3]);
  const model = fitLogistic(
    data(
      rows,
      rows.map(([x]) => (x === 1 ? 1 : 0)),
    ),
    none,
  );
  expect(model.weights[0]).toBeGreaterThan(1);
  expect(Math.abs(model.weights[1] ?? 9)).toBeLessThan(0.5);
  expect(Number.isFinite(model.bias)).toBe(true);
});

test('trees learn what no sum of weights can say', async () => {
  // uneven, since halves of a perfect balance gain nothing and no greedy tree would begin
  const rows = Array.from({ length: 400 }, (_, at) => [at % 2, at % 5 < 2 ? 1 : 0]);
  const either = data(
    rows,
    rows.map(([a, b]) => (a === b ? 0 : 1)),
  );
  const trees = await boost(either, 1);
  const score = (a: number, b: number) =>
    scoreByTrees(trees, [Float64Array.of(a), Float64Array.of(b)], [0])[0] ?? 0;
  expect(Math.min(score(0, 1), score(1, 0))).toBeGreaterThan(1);
  expect(Math.max(score(0, 0), score(1, 1))).toBeLessThan(-1);
});

test('the k-th largest is what sorting says', () => {
  const values = fc.array(fc.oneof(fc.constantFrom(0, 1, 2), fc.double({ noNaN: true })), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.nat(), (list, lot) => {
      const k = 1 + (lot % list.length);
      const sorted = list.toSorted((a, b) => b - a);
      // equal by `===`: of 0 and -0 neither is the larger
      expect(kthLargest(Float64Array.from(list), k) === sorted[k - 1]).toBe(true);
    }),
  );
});

test('of many candidates trees look at the first, and lift nothing past them', async () => {
  const size = 1000;
  const sums = Float64Array.from({ length: size }, (_, at) => ((at * 7919) % size) / size);
  const lots = Float64Array.from({ length: size }, (_, at) => (at % 3 === 0 ? 1 : 0));
  const trees = await boost(
    data(
      Array.from({ length: 300 }, (_, at) => [at % 5, at % 3 === 0 ? 1 : 0]),
      Array.from({ length: 300 }, (_, at) => (at % 3 === 0 ? 1 : 0)),
    ),
    1,
  );
  const linear = { bias: 0, weights: [1, 0] };
  const columns = [sums, lots];
  const plain = scoreCandidates({ linear, trees: null, treeColumns: [] }, columns, size);
  const scores = scoreCandidates({ linear, trees, treeColumns: [0, 1] }, columns, size);
  const order = [...sums.keys()].sort((a, b) => (plain[b] ?? 0) - (plain[a] ?? 0));
  const moved = (at: number) => (scores[at] ?? 0) - (plain[at] ?? 0);
  const looked = order.slice(0, 300);
  expect(new Set(looked.map((at) => Math.sign(moved(at))))).toEqual(new Set([1, -1]));
  const lowest = Math.min(...looked.map(moved));
  for (const at of order.slice(300)) expect(moved(at)).toBeCloseTo(lowest, 9);
});
