import { z } from 'zod';
import { SceneId } from '../ids.ts';
import { FormulaAnswer } from './formula-view.ts';

/** What is worked out over the whole field before a scene can be coloured by it. */
export const Measure = z.enum(['betweenness', 'doubt']);
export type Measure = z.infer<typeof Measure>;

/** Figures of the scenes that a view shows. */
export const MeasureView = z.object({
  /** by id; what the measure says nothing of is left out. 0 … 1 */
  values: z.record(z.string(), z.number()),
  /** the largest of the whole field */
  most: z.number(),
  /** still being worked out: there is nothing yet, or what there is belongs to an earlier field */
  isWorking: z.boolean(),
  /** from how many scenes it was estimated; null: counted over all */
  sampled: z.int().nullable(),
});
export type MeasureView = z.infer<typeof MeasureView>;

/** An end of an axis of meaning: where a scene lies, or where words do. */
export const Pole = z.union([
  z.object({ sceneId: SceneId }),
  z.object({ words: z.string().trim().min(1).max(200) }),
]);
export type Pole = z.infer<typeof Pole>;

/** Scenes between two poles. */
export const AxisView = z.object({
  /** what the poles are called, in their order */
  names: z.tuple([z.string(), z.string()]),
  /** by id: 0 at the first pole, 1 at the second; what has no vector is left out */
  places: z.record(z.string(), z.number()),
  /** where nine of ten scenes of the field lie */
  low: z.number(),
  high: z.number(),
  /** whether the axis separates, and what lies furthest out at the second pole (`near`) and the first (`opposite`); or what is missing */
  answer: FormulaAnswer,
});
export type AxisView = z.infer<typeof AxisView>;
