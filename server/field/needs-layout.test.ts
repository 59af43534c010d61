import { expect, test } from 'vitest';
import { SceneId, type RegionId } from '../../graph-schema/ids.ts';
import type { FieldScene } from './field-graph.ts';
import type { FieldRows } from './field-rows.ts';
import { makeFieldGraph } from './make-field-graph.ts';
import { isSettling, needsLayout } from './needs-layout.ts';

const scene = (at: number, isPlaced: boolean): FieldScene => ({
  id: SceneId.parse(`scene-${at}`),
  title: `${at}`,
  kind: 'note',
  state: 'present',
  origin: 'vault',
  vaultId: null,
  path: null,
  at: null,
  regionId: 'region-1' as RegionId,
  partId: null,
  joined: false,
  x: isPlaced ? at : null,
  y: isPlaced ? 0 : null,
  pinned: false,
});
const region = {
  id: 'region-1' as RegionId,
  name: 'One',
  hue: 1,
  describes: [] as string[],
  named: 'signals' as const,
  alike: new Map<string, number>(),
  parts: [] as { id: string; name: string }[],
} satisfies FieldRows['regions'][number];
const field = (size: number, unplaced: number, regions = [region]) =>
  makeFieldGraph({
    at: 1,
    scenes: Array.from({ length: size }, (_, at) => scene(at, at >= unplaced)),
    links: [],
    regions,
    totals: { scenes: size, missing: 0, concepts: 0 },
  });

test('a small field settles after every change, a large one when a hundredth has no place', () => {
  expect(needsLayout(field(100, 0))).toBe(true);
  expect(needsLayout(field(10_000, 100))).toBe(false);
  expect(needsLayout(field(10_000, 101))).toBe(true);
  expect(needsLayout(field(10_000, 0, []))).toBe(true);
  expect([isSettling(field(100, 1)), isSettling(field(100, 0)), isSettling(field(10_000, 100))]).toEqual([
    true,
    false,
    false,
  ]);
});
