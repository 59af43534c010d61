import type { CellProblem } from '../../../graph-schema/views/cells/cell-problem.ts';
import type { Table, TableValue } from '../../../graph-schema/views/cells/table.ts';
import type { ResultOf } from '../../../graph-schema/views/notebook-view.ts';
import { isSceneRef } from './scene-table.ts';

type ChartPoints = ResultOf<'chart'>['chart'];

/** More bars or dots cannot be told apart. */
const mostPoints = 120;

export interface ChartAsk {
  x: string;
  y: string;
  sum: 'sum' | 'mean' | 'most';
}

type Charted = { x: string; y: string; chart: ChartPoints } | { problem: CellProblem };

/** One number for each `x` of a table: rows of one `x` together. Without columns given the first that fit: text or days across, numbers upwards, else rows are counted. */
export function chartOf({ columns, rows }: Table, ask: ChartAsk): Charted {
  for (const name of [ask.x, ask.y])
    if (name !== '' && !columns.includes(name))
      return { problem: { code: 'column_missing', values: { name, columns: columns.join(', ') } } };
  if (columns.length === 0) return { problem: { code: 'no_numbers', values: { name: '' } } };
  const isNumeric = (column: string) => {
    const values = rows.map((row) => row[columns.indexOf(column)] ?? null).filter((value) => value !== null);
    return values.length > 0 && values.every((value) => typeof value === 'number');
  };
  const x = ask.x === '' ? (columns.find((column) => !isNumeric(column)) ?? columns[0] ?? '') : ask.x;
  const y = ask.y === '' ? (columns.find((column) => column !== x && isNumeric(column)) ?? '') : ask.y;
  if (y !== '' && rows.length > 0 && !isNumeric(y))
    return { problem: { code: 'no_numbers', values: { name: y } } };
  const groups = new Map<string | number, number[]>();
  for (const row of rows) {
    const key = acrossOf(row[columns.indexOf(x)] ?? null);
    const value = y === '' ? 1 : row[columns.indexOf(y)];
    if (typeof value === 'number') groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  const points = [...groups].map(([key, values]) => ({ x: key, y: together(values, ask.sum) }));
  const ordered = inOrder(points, ask.y === '' && y === '');
  return {
    x,
    y,
    chart: {
      points: ordered.slice(0, mostPoints),
      left: Math.max(0, ordered.length - mostPoints),
    },
  };
}

function acrossOf(value: TableValue): string | number {
  if (value === null) return '—';
  if (isSceneRef(value)) return value.title;
  return typeof value === 'boolean' ? String(value) : value;
}

function together(values: readonly number[], sum: ChartAsk['sum']): number {
  const total = values.reduce((whole, value) => whole + value, 0);
  if (sum === 'most') return Math.max(...values);
  return sum === 'mean' ? total / values.length : total;
}

/** Numbers and days run upwards; what was counted comes largest first; the rest stays in the order of the rows. */
function inOrder(points: ChartPoints['points'], isCounted: boolean): ChartPoints['points'] {
  const isDay = (x: string | number) => typeof x === 'string' && /^\d{4}(-\d{2}){0,2}$/u.test(x);
  if (points.every(({ x }) => typeof x === 'number' || isDay(x)))
    return points.toSorted((a, b) => (a.x < b.x ? -1 : a.x > b.x ? 1 : 0));
  return isCounted ? points.toSorted((a, b) => b.y - a.y) : points;
}
