import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildAllCosines } from './all-cosines.ts';

const dimensions = 48;

test('cosines by bytes are those by floats, to a hundredth; where there is no vector they are 0', () => {
  const vector = fc
    .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: dimensions, maxLength: dimensions })
    .filter((values) => Math.hypot(...values) > 0.1)
    .map((values) => Float32Array.from(values, (value) => value / Math.hypot(...values)));
  fc.assert(
    fc.property(
      fc.array(fc.option(vector, { nil: undefined }), { minLength: 1 }),
      vector,
      (vectors, query) => {
        const cosines = buildAllCosines(vectors)(query);
        expect(cosines).toHaveLength(vectors.length);
        for (const [at, each] of vectors.entries()) {
          const exact = each?.reduce((sum, value, d) => sum + value * (query[d] ?? 0), 0) ?? 0;
          expect(Math.abs((cosines[at] ?? 0) - exact)).toBeLessThan(0.02);
        }
      },
    ),
  );
});
