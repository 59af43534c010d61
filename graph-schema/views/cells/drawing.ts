import { z } from 'zod';

/** A small still map: scenes with their places in field units, and the links among them. */
export const Drawing = z.object({
  points: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      x: z.number(),
      y: z.number(),
      /** of its region */
      hue: z.number().nullable(),
      /** a missing scene */
      isHollow: z.boolean(),
    }),
  ),
  lines: z.array(z.object({ from: z.string(), to: z.string() })),
  /** scenes that were asked for and are more than the drawing holds */
  left: z.int().default(0),
});
export type Drawing = z.infer<typeof Drawing>;

/** Numbers as they are drawn: each `x` once, in the order of the rows. `left`: points that a chart has no room for. */
export const ChartPoints = z.object({
  points: z.array(z.object({ x: z.union([z.string(), z.number()]), y: z.number() })),
  left: z.int().default(0),
});
export type ChartPoints = z.infer<typeof ChartPoints>;

export const ChartMark = z.enum(['bar', 'line', 'dot']);
export type ChartMark = z.infer<typeof ChartMark>;
