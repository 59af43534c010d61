import { z } from 'zod';
import { ChartMark, ChartPoints } from './drawing.ts';

/** Another cell's numbers, drawn. Without `y` rows are counted. */
export const ChartInput = z.object({
  kind: z.literal('chart'),
  from: z.string().max(80).default(''),
  x: z.string().max(200).default(''),
  y: z.string().max(200).default(''),
  /** rows of one `x` together */
  sum: z.enum(['sum', 'mean', 'most']).default('sum'),
  mark: ChartMark.default('bar'),
});
export const ChartResult = z.object({
  kind: z.literal('chart'),
  x: z.string(),
  /** '' where rows were counted */
  y: z.string(),
  chart: ChartPoints,
});
