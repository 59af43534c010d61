import { assert, constantFrom, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { createVectorTable, type TableRow } from './vector-table.ts';

/** Repeats for a seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 8) / 2 ** 24 - 0.5;
  };
}

/** Crowded around one direction, as vectors of texts are; some far out, some the same as others. */
function rowsOf(count: number, dimensions: number, next: () => number): TableRow[] {
  const centre = Float32Array.from({ length: dimensions }, next);
  return Array.from({ length: count }, (_, index) => {
    const spread = index % 97 === 96 ? 30 : 0.5;
    const vector = unit(centre.map((value) => value + spread * next()));
    return { id: `p${index}`, vaultId: `v${index % 3}`, vector };
  });
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

function nearest(rows: readonly TableRow[], query: Float32Array, k: number): string[] {
  const score = ({ vector }: TableRow) => vector.reduce((sum, value, d) => sum + value * (query[d] ?? 0), 0);
  return rows
    .map((row) => ({ id: row.id, score: score(row) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, k)
    .map(({ id }) => id);
}

test('whatever comes, goes and comes again, all of the k nearest are among the contenders', () => {
  const cases = record({
    seed: integer(),
    dimensions: constantFrom(1, 7, 48, 384, 1024),
    count: integer({ min: 1, max: 400 }),
    k: integer({ min: 1, max: 60 }),
    vaultId: constantFrom(null, 'v0', 'v1', 'elsewhere'),
  });
  assert(
    property(cases, ({ seed, dimensions, count, k, vaultId }) => {
      const next = numbers(seed);
      const rows = rowsOf(count, dimensions, next);
      const table = createVectorTable(dimensions);
      for (const row of rows) table.put(row);
      for (const row of rows) if (next() > 0.3) table.remove(row.id);
      for (const row of rows.slice(0, 20)) table.put({ ...row, vector: unit(row.vector.map(() => next())) });
      for (const row of rows) if (next() > 0 || !table.has(row.id)) table.put(row);
      const changed = rows.filter(({ id }) => table.has(id));
      for (const row of changed) table.put(row);
      const query = unit(Float32Array.from({ length: dimensions }, next));
      const wanted = rows.filter((row) => vaultId === null || row.vaultId === vaultId);
      expect(table.contenders({ vector: query, k, vaultId })).toEqual(
        expect.arrayContaining(nearest(wanted, query, k)),
      );
    }),
    { numRuns: 60 },
  );
});

test('of 20,000 crowded vectors few contend, and removed ones never do', () => {
  const next = numbers(7);
  const rows = rowsOf(20_000, 384, next);
  const table = createVectorTable(384);
  for (const row of rows) table.put(row);
  for (const row of rows) if (row.vaultId === 'v2') table.remove(row.id);
  const kept = rows.filter(({ vaultId }) => vaultId !== 'v2');
  expect(table.size).toBe(kept.length);
  for (let query = 0; query < 5; query++) {
    const vector = unit(
      rows[query * 131]?.vector.map((value) => value + 0.02 * next()) ?? new Float32Array(),
    );
    const found = table.contenders({ vector, k: 50, vaultId: null });
    expect(new Set(found)).toEqual(new Set([...found].filter((id) => table.has(id))));
    expect(found).toEqual(expect.arrayContaining(nearest(kept, vector, 50)));
    expect(found.length).toBeLessThan(1500);
  }
});
