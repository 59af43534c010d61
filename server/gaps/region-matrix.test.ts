import { expect, test } from 'vitest';
import { RegionId, SceneId } from '../../graph-schema/ids.ts';
import { makeFieldGraph } from '../field/read-field-graph.ts';
import { keyOf, regionMatrix } from './region-matrix.ts';

/** Three regions of two notes; a and b are alike but joined once, c is joined to a twice and unlike all. */
function field() {
  const scene = (id: string) =>
    ({
      id: SceneId.parse(id),
      title: id,
      kind: 'note',
      state: 'present',
      origin: 'vault',
      vaultId: null,
      path: null,
      regionId: RegionId.parse(id.charAt(0)),
      x: 0,
      y: 0,
    }) as const;
  const link = (from: string, to: string) =>
    ({
      from: SceneId.parse(from),
      to: SceneId.parse(to),
      kind: 'links_to',
      origins: ['vault' as const],
      count: 1,
    }) as const;
  const region = (id: string, alike: [string, number][]) =>
    ({
      id: RegionId.parse(id),
      name: id,
      hue: 0,
      describes: [],
      named: 'signals',
      alike: new Map(alike),
    }) as const;
  return makeFieldGraph({
    at: 1,
    scenes: ['a1', 'a2', 'b1', 'b2', 'c1', 'c2'].map(scene),
    links: [
      ['a1', 'a2'],
      ['b1', 'b2'],
      ['c1', 'c2'],
      ['a1', 'b1'],
      ['b1', 'a1'],
      ['a1', 'c1'],
      ['a2', 'c2'],
    ]
      .map(([from = '', to = '']) => link(from, to))
      .map((one) => ({ ...one, origins: [...one.origins] })),
    regions: [region('a', [['b', 0.8]]), region('b', [['c', 0.5]]), region('c', [])].map((one) => ({
      ...one,
      describes: [],
    })),
    totals: { scenes: 6, missing: 0, concepts: 0 },
  });
}

const pairOf = (matrix: ReturnType<typeof regionMatrix>, from: number, to: number) =>
  matrix.find((pair) => pair.from === from && pair.to === to);

test('a pair is expected to be joined as its regions are linked: d_A·d_B / 2m, directions counted once', () => {
  const matrix = regionMatrix(field());
  // six linked pairs; degrees a 5, b 3, c 4
  expect(pairOf(matrix, 0, 1)).toMatchObject({ joined: 1, alike: 0.8 });
  expect(pairOf(matrix, 0, 1)?.expected).toBeCloseTo((5 * 3) / 12);
  expect(pairOf(matrix, 0, 1)?.gap).toBeCloseTo((0.8 * (15 / 12 - 1)) / 2);
  expect(pairOf(matrix, 1, 2)).toMatchObject({ joined: 0, alike: 0.5, expected: 1 });
});

test('what is joined more than expected is no gap, and a predicted mass takes the place of chance', () => {
  expect(pairOf(regionMatrix(field()), 0, 2)?.gap).toBe(0);
  const matrix = regionMatrix(field(), new Map([[keyOf('c', 'a'), 5]]));
  expect(pairOf(matrix, 0, 2)).toMatchObject({ expected: 5, gap: 1.5 });
});
