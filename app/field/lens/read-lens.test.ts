import { expect, test } from 'vitest';
import { FieldNode } from '../../../graph-schema/views/field-view.ts';
import { hiddenKey, hiddenUnder } from './hidden-classes.ts';
import { readLens } from './read-lens.ts';
import { layoutAlong, standAlong } from './stand-along.ts';

function node(id: string, more: Record<string, unknown> = {}): FieldNode {
  return FieldNode.parse({
    id,
    title: id,
    kind: 'note',
    state: 'present',
    origin: 'vault',
    regionId: null,
    x: 0,
    y: 0,
    degree: 0,
    main: false,
    ...more,
  });
}
const plain = { regions: [], figures: null };
const keys = (reading: ReturnType<typeof readLens>) =>
  reading.classes.map(({ key, count }) => `${key} ${count}`);

test('classes are counted, the largest first, and what has none comes last', () => {
  const nodes = [
    node('a', { vaultId: 'two' }),
    node('b'),
    node('c', { vaultId: 'one' }),
    node('d', { vaultId: 'one' }),
    node('e'),
    node('f'),
  ];
  expect(keys(readLens('vault', nodes, plain))).toEqual(['one 2', 'two 1', 'none 3']);
});

test('more speakers than hues are one class of the rest, and are hidden together', () => {
  const nodes = Array.from({ length: 14 }, (_, at) =>
    node(`n${at}`, { speakers: [{ name: `Имя ${at}`, role: 'person' }] }),
  );
  const reading = readLens('speaker', nodes, plain);
  expect(keys(reading).filter((key) => key.startsWith('others'))).toEqual(['others 4']);
  expect(reading.classOf(nodes[13] as FieldNode)).toBe('others');
});

test('a graded lens parts what there is into fifths with their bounds; a scene without a figure is told apart', () => {
  const nodes = [0, 1, 4, 25, 100].map((degree) => node(`d${degree}`, { degree }));
  const reading = readLens('degree', nodes, plain);
  expect(reading.classes.map(({ range }) => range)).toEqual([
    { from: 0, to: 1 },
    { from: 4, to: 4 },
    { from: 25, to: 25 },
    { from: 100, to: 100 },
  ]);
  const doubt = readLens('doubt', nodes, { regions: [], figures: { values: { d4: 0.5 }, low: 0, high: 1 } });
  expect(keys(doubt)).toEqual(['2 1', 'none 4']);
  expect(doubt.shareOf(nodes[0] as FieldNode)).toBeNull();
});

test('age goes by turn, so that one old note does not make all others alike', () => {
  const days = ['1990-01-01', '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04'];
  const nodes = [...days.map((day) => node(day, { day })), node('undated')];
  const reading = readLens('age', nodes, plain);
  expect(days.map((day) => reading.shareOf(node('x', { day })))).toEqual([0, 0.25, 0.5, 0.75, 1]);
  expect(keys(reading).at(-1)).toBe('none 1');
});

test('a class of a lens is hidden only under that lens; regions stay hidden', () => {
  const hidden = new Set(['region_1', hiddenKey('speaker', 'Анна, мама'), hiddenKey('kind', 'note')]);
  expect(hiddenUnder('kind', hidden)).toBe('region_1,kind=note');
  expect([...hidden].join(',').split(',')).toHaveLength(3);
});

test('along an axis nine of ten scenes stand between the margins, the rest at the edges at most, and what has no place is left out', () => {
  const layout = layoutAlong(
    { names: ['a', 'b'], places: { low: 0.2, high: 0.8, far: 40 }, low: 0.2, high: 0.8 },
    { x1: 100, y1: 0, x2: 200, y2: 50 },
  );
  const stood = standAlong(layout, [node('low'), node('high'), node('far'), node('nowhere')]);
  expect(stood.map(({ id, x }) => [id, Math.round(x)])).toEqual([
    ['low', 112],
    ['high', 188],
    ['far', 200],
  ]);
});
