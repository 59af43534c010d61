import { expect, test } from 'vitest';
import { fieldOf } from './testing/field-of.ts';
import { fieldView } from './field-view.ts';
import { someOf, wantedScenes } from './wanted-scenes.ts';

test('the ground of a vault is that of its own regions, wherever a few of its notes lie', () => {
  const field = fieldOf('a-b b-c d-e e-f', {
    vaults: { a: 'v', b: 'v', c: 'w', d: 'v', e: 'w', f: 'w' },
    regions: { a: 'own', b: 'own', c: 'own', d: 'other', e: 'other', f: 'other' },
  });
  for (const [at, scene] of field.scenes.entries()) Object.assign(scene, { x: at * 100, y: at * 100 });
  const ground = (vaultId?: string) => wantedScenes(field, { zoom: 'all', vaultId }).box;
  expect(ground('v')).toEqual({ x1: 0, y1: 0, x2: 100, y2: 100 });
  expect(ground('w')).toEqual({ x1: 400, y1: 400, x2: 500, y2: 500 });
  expect(ground()).toEqual({ x1: 0, y1: 0, x2: 500, y2: 500 });
  const alone = fieldOf('a-b', { vaults: { a: 'v', b: 'v' } });
  for (const [at, scene] of alone.scenes.entries()) Object.assign(scene, { x: at, y: at });
  expect(wantedScenes(alone, { zoom: 'all', vaultId: 'v' }).box).toEqual({ x1: 0, y1: 0, x2: 1, y2: 1 });
});

test('the regions of a vault are those mostly its own', () => {
  const field = fieldOf('a-b b-c d-e e-f', {
    vaults: { a: 'v', b: 'v', c: 'w', d: 'v', e: 'w', f: 'w' },
    regions: { a: 'own', b: 'own', c: 'own', d: 'other', e: 'other', f: 'other' },
  });
  const regions = (vaultId?: string) =>
    fieldView(field, { zoom: 'all', vaultId }).regions.map(({ id }) => id);
  expect(regions('v')).toEqual(['own']);
  expect(regions('w')).toEqual(['other']);
  expect(regions().toSorted()).toEqual(['other', 'own']);
});

test('of a few days, each region that has any shows its own, however little they are linked, and says how many', () => {
  const field = fieldOf('a-b a-c a-d b-c b-d c-d c-e f-g g-h', {
    regions: {
      a: 'large',
      b: 'large',
      c: 'large',
      d: 'large',
      e: 'large',
      f: 'small',
      g: 'small',
      h: 'small',
    },
  });
  for (const scene of field.scenes)
    scene.at = ['e', 'f', 'g'].includes(scene.id) ? '2026-11-20' : '2026-01-01';
  const selection = { zoom: 'all', since: '2026-11-01' } as const;
  const first = someOf(field, wantedScenes(field, selection), { window: undefined, focus: [], most: 2 });
  expect(first.map(({ id }) => id)).toEqual(['g', 'e']);
  const { regions, notes } = fieldView(field, selection);
  expect(regions.map(({ id, scenes, chosen }) => [id, scenes, chosen])).toEqual([
    ['large', 5, 1],
    ['small', 3, 2],
  ]);
  expect(notes).toEqual({ chosen: 3, of: 8 });
  expect(fieldView(field, { zoom: 'all' }).regions[0]?.chosen).toBeUndefined();
});
