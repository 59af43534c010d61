import { z } from 'zod';
import { ChartMark, ChartPoints, Drawing } from './drawing.ts';
import { TablePart } from './table.ts';

/** A statement that only reads. `$name` is another cell's result: a list of maps, one a row. */
export const CypherInput = z.object({
  kind: z.literal('cypher'),
  text: z.string().max(20_000).default(''),
  show: z.enum(['table', 'map', 'chart']).default('table'),
  /** columns of the chart; empty: the first that fit */
  x: z.string().max(200).default(''),
  y: z.string().max(200).default(''),
  mark: ChartMark.default('bar'),
});
export const CypherResult = z.object({
  kind: z.literal('cypher'),
  table: TablePart,
  /** of the scenes among the values */
  drawing: Drawing.nullable(),
  chart: ChartPoints.nullable(),
});
