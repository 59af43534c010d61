import { expect, test } from 'vitest';
import { orderCells, type UsingCell } from './order-cells.ts';

const cell = (id: string, name: string | null, ...uses: string[]): UsingCell => ({ id, name, uses });

test('running follows use, not place', () => {
  const order = orderCells([
    cell('chart', null, 'мысли'),
    cell('b', 'мысли', 'все'),
    cell('a', 'все'),
    cell('alone', null),
  ]);
  expect(order.ids.indexOf('a')).toBeLessThan(order.ids.indexOf('b'));
  expect(order.ids.indexOf('b')).toBeLessThan(order.ids.indexOf('chart'));
  expect([...order.following(['a'])]).toEqual(['a', 'b', 'chart']);
  expect([...order.leadingTo(['chart'])]).toEqual(['chart', 'b', 'a']);
  expect(order.problems.size).toBe(0);
});

test('a circle is named with all of its cells, also one that names itself', () => {
  const order = orderCells([
    cell('a', 'а', 'в'),
    cell('b', 'б', 'а'),
    cell('c', 'в', 'б'),
    cell('after', null, 'в'),
    cell('self', 'сама', 'сама'),
  ]);
  expect(order.problems.get('a')).toEqual({ code: 'circle', values: { names: '$а → $в → $б → $а' } });
  expect(order.problems.get('self')).toEqual({ code: 'circle', values: { names: '$сама → $сама' } });
  expect(order.problems.has('after')).toBe(false);
  expect(order.ids).toHaveLength(5);
});

test('two cells of one name say which, and so does whoever uses it', () => {
  const order = orderCells([cell('a', 'x'), cell('b', 'x'), cell('c', null, 'x')]);
  const problem = { code: 'same_name', values: { name: 'x', places: '1, 2' } };
  expect(['a', 'b', 'c'].map((id) => order.problems.get(id))).toEqual([problem, problem, problem]);
});

test('a name that no cell has is told with the nearest', () => {
  const order = orderCells([cell('a', 'мысли'), cell('b', null, 'мысль')]);
  expect(order.problems.get('b')).toEqual({
    code: 'unknown_name',
    values: { name: 'мысль', nearest: 'мысли', known: 'yes' },
  });
});
