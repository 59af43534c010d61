import { z } from 'zod';

/** What deciding several proposals together would change. */
export const BatchPreview = z.object({
  links: z.int(),
  scenes: z.int(),
  /** notes at either end */
  notes: z.int(),
  /** those that were decided meanwhile, elsewhere */
  decided: z.int(),
  /** pairs of regions that the links would join, most links first; `now`: links between the two today */
  joins: z.array(z.object({ from: z.string(), to: z.string(), links: z.int(), now: z.int() })),
});
export type BatchPreview = z.infer<typeof BatchPreview>;
