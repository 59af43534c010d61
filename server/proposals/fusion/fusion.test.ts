import { expect, test } from 'vitest';
import { boost, treesScore } from './boosted-trees.ts';
import { fitLogistic, type LogisticData } from './logistic.ts';
import { zScores } from './z-score.ts';

const data = (rows: readonly (readonly number[])[], labels: readonly number[]): LogisticData => ({
  features: Float64Array.from(rows.flat()),
  width: rows[0]?.length ?? 0,
  labels: Uint8Array.from(labels),
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
  const trees = await boost(either, none);
  const score = (a: number, b: number) => treesScore(trees, (feature) => (feature === 0 ? a : b));
  expect(Math.min(score(0, 1), score(1, 0))).toBeGreaterThan(1);
  expect(Math.max(score(0, 0), score(1, 1))).toBeLessThan(-1);
});
