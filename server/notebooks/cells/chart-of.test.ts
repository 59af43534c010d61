import { expect, test } from 'vitest';
import { chartOf } from './chart-of.ts';

const table = {
  columns: ['scene', 'kind', 'links'],
  rows: [
    [{ sceneId: 'a', title: 'А' }, 'note', 3],
    [{ sceneId: 'b', title: 'Б' }, 'turn', 1],
    [{ sceneId: 'c', title: 'В' }, 'note', 5],
  ],
};
const ask = { x: '', y: '', sum: 'sum' } as const;

test('without columns given the first that fit are drawn', () => {
  expect(chartOf(table, ask)).toMatchObject({
    x: 'scene',
    y: 'links',
    chart: {
      points: [
        { x: 'А', y: 3 },
        { x: 'Б', y: 1 },
        { x: 'В', y: 5 },
      ],
    },
  });
});

test('rows of one x are taken together, in the way that is asked for', () => {
  const of = (sum: 'sum' | 'mean' | 'most') => chartOf(table, { x: 'kind', y: 'links', sum });
  expect(of('sum')).toMatchObject({
    chart: {
      points: [
        { x: 'note', y: 8 },
        { x: 'turn', y: 1 },
      ],
    },
  });
  expect(of('mean')).toMatchObject({
    chart: {
      points: [
        { x: 'note', y: 4 },
        { x: 'turn', y: 1 },
      ],
    },
  });
});

test('a column that is not there, and one without numbers, are told', () => {
  expect(chartOf(table, { ...ask, x: 'day' })).toMatchObject({ problem: { code: 'column_missing' } });
  expect(chartOf(table, { ...ask, y: 'kind' })).toMatchObject({ problem: { code: 'no_numbers' } });
});
