import { ChartInput } from '../../../graph-schema/views/cells/chart.ts';
import type { Table } from '../../../graph-schema/views/cells/table.ts';
import type { CellKind } from './cell-kind.ts';
import { chartOf } from './chart-of.ts';
import { nameOf } from './used-names.ts';

/** Another cell's numbers, drawn. */
export const chart: CellKind<'chart'> = {
  kind: 'chart',
  schema: ChartInput,
  inputs: [],
  words: null,
  uses: ({ from }) => nameOf(from),
  run(input, { used }) {
    const [name = ''] = nameOf(input.from);
    const given = used.get(name);
    if (!given) return Promise.resolve({ problem: { code: 'nothing_asked', values: {} } });
    const charted = chartOf(given, input);
    if ('problem' in charted) return Promise.resolve(charted);
    const table: Table = {
      columns: ['x', 'y'],
      rows: charted.chart.points.map(({ x, y }) => [x, y]),
    };
    return Promise.resolve({ result: { kind: 'chart', ...charted }, table });
  },
};
