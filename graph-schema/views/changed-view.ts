import { z } from 'zod';
import { RegionId, SceneId } from '../ids.ts';

/** A day as `2026-11-29`. */
export const Day = z.iso.date();

/** What came into the field between two days, by the dates of its notes. */
export const ChangedView = z.object({
  /** the earliest and the latest day of any note; null where no note has one */
  first: Day.nullable(),
  last: Day.nullable(),
  /** dated in the period, and all that are dated up to its end */
  scenes: z.int(),
  ofScenes: z.int(),
  /** links that could not be drawn before it: one of their ends is dated in it */
  links: z.int(),
  /**
   * most new scenes first. `born`: before the period it had less than a fifth of what it has at its end; `pieces`: what it grew together from in the period,
   * each by its main scene
   */
  regions: z.array(
    z.object({
      id: RegionId,
      name: z.string(),
      hue: z.number(),
      fresh: z.int(),
      of: z.int(),
      born: z.boolean(),
      pieces: z.array(z.object({ id: SceneId, title: z.string(), notes: z.int() })),
    }),
  ),
  /** regions that no link joined before, most links first */
  joined: z.array(z.object({ from: z.string(), to: z.string(), links: z.int() })),
  /** the most linked first */
  main: z.array(z.object({ id: SceneId, title: z.string(), day: Day, regionId: RegionId.nullable() })),
});
export type ChangedView = z.infer<typeof ChangedView>;
