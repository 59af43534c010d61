import { expect, test } from 'vitest';
import { findPaths, findPathThrough } from './find-paths.ts';
import { fieldOf } from './testing/field-of.ts';

const idsOf = (found: { kind: string; ids: string[] }[]) =>
  found.map(({ kind, ids }) => `${kind} ${ids.join('')}`);

test('the shortest paths come first, those by way of quiet scenes before those by a hub', () => {
  const hub = ['p', 'q', 'r', 's', 't'].map((leaf) => `h-${leaf}`).join(' ');
  expect(idsOf(findPaths(fieldOf(`a-h h-z a-m m-z ${hub}`), ['a', 'z']))).toEqual([
    'shortest amz',
    'shortest ahz',
  ]);
});

test('a longer path is told, too, where it is said more strongly than a hub is', () => {
  const hub = ['p', 'q', 'r', 's', 't', 'u', 'v'].map((leaf) => `h-${leaf}`).join(' ');
  expect(idsOf(findPaths(fieldOf(`a-h h-z a=b b=c c=z ${hub}`), ['a', 'z']))).toEqual([
    'shortest ahz',
    'strongest abcz',
  ]);
  // three steps more is too far
  expect(idsOf(findPaths(fieldOf(`a-h h-z a=b b=c c=d d=e e=z ${hub}`), ['a', 'z']))).toEqual([
    'shortest ahz',
  ]);
});

test('by way of several scenes, and of a region', () => {
  const field = fieldOf('a-b b-c c-d a-x x-y y-d', { regions: { x: 'R', y: 'R' } });
  expect(idsOf(findPaths(field, ['a', 'c', 'd']))[0]).toBe('shortest abcd');
  expect(findPathThrough(field, { from: 'b', to: 'c', regionId: 'R' })?.ids).toEqual([
    'b',
    'a',
    'x',
    'y',
    'd',
    'c',
  ]);
  expect(
    findPathThrough(fieldOf('a-b b-x', { regions: { x: 'R' } }), { from: 'a', to: 'b', regionId: 'R' }),
  ).toBeNull();
  expect(findPathThrough(field, { from: 'a', to: 'd', regionId: 'R' })?.ids).toEqual(['a', 'x', 'y', 'd']);
  expect(findPathThrough(field, { from: 'a', to: 'd', regionId: 'none' })).toBeNull();
});

test('nothing where nothing connects, and no scene twice', () => {
  const field = fieldOf('a-b c-d');
  expect(findPaths(field, ['a', 'c'])).toEqual([]);
  expect(findPaths(field, ['a', 'nobody'])).toEqual([]);
  expect(findPaths(field, ['a'])).toEqual([]);
});
