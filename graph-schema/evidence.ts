import { z } from 'zod';
import { PassageId } from './ids.ts';
import { Speaker } from './views/speaker.ts';

/**
 * A verbatim span. `start` and `end` are UTF-16 offsets into the source file's text (for a passage without a file: into its scene's body);
 * `text` is exactly that slice, `shown` the same without quote marks and markup.
 */
export const Evidence = z.object({
  side: z.enum(['from', 'to']),
  passageId: PassageId,
  path: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  shown: z.string(),
  /** who says it, where it is part of a talk */
  speaker: Speaker.optional(),
});
export type Evidence = z.infer<typeof Evidence>;
