import { expect, test } from 'vitest';
import { fieldOf } from './testing/field-of.ts';
import { wantedScenes } from './wanted-scenes.ts';

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
