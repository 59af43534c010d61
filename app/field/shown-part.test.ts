import { expect, test } from 'vitest';
import type { FieldEdge, FieldNode, FieldRegion } from '../../graph-schema/views/field-view.ts';
import type { MapModel } from './map-model.ts';
import { foldedId, foldedRegion, shownPart } from './shown-part.ts';

const node = (id: string, regionId: string | null) =>
  ({ id, regionId, title: id, x: 0, y: 0, degree: 1 }) as FieldNode;
const edge = (from: string, to: string) =>
  ({
    id: `${from}>links_to>${to}`,
    from,
    to,
    kind: 'links_to',
    origins: ['vault'],
    count: 1,
  }) as unknown as FieldEdge;

const model = {
  nodes: [node('a', 'one'), node('b', 'one'), node('c', 'two'), node('d', null)],
  edges: [edge('a', 'b'), edge('a', 'c'), edge('b', 'c'), edge('c', 'd')],
  regions: [{ id: 'one', name: 'One', scenes: 2, x: 5, y: 6 } as FieldRegion],
  ghosts: [{ id: 'g', from: 'a', to: 'd' }],
} as unknown as MapModel;

test('a hidden scene takes its links along', () => {
  const shown = shownPart(model, { veiled: ['c'], folded: [] });
  expect(shown.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'd']);
  expect(shown.edges.map(({ id }) => id)).toEqual(['a>links_to>b']);
  expect(shown.ghosts).toHaveLength(1);
});

test('a collapsed region stands as one, with the links that lead out of it', () => {
  const shown = shownPart(model, { veiled: [], folded: ['one'] });
  expect(shown.nodes.map(({ id }) => id)).toEqual([foldedId('one'), 'c', 'd']);
  expect(shown.nodes[0]).toMatchObject({ title: 'One', degree: 2, x: 5, y: 6 });
  expect(shown.edges.map(({ from, to, count }) => [from, to, count])).toEqual([
    [foldedId('one'), 'c', 2],
    ['c', 'd', 1],
  ]);
  expect(shown.ghosts).toEqual([]);
  expect(foldedRegion(foldedId('one'))).toBe('one');
  expect(foldedRegion('a')).toBeNull();
});

test('what nobody took away is the model itself', () => {
  expect(shownPart(model, { veiled: [], folded: [] })).toBe(model);
});
