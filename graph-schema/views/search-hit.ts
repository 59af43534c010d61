import { z } from 'zod';
import { SceneId } from '../ids.ts';

/** `start`, `end`: the passage in its source's text; `lit`: the matched words, offsets into `text`. */
export const SearchHit = z.object({
  sceneId: SceneId,
  rootId: SceneId,
  title: z.string(),
  vault: z.string().nullable(),
  path: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  score: z.number(),
  lit: z.array(z.object({ start: z.int(), end: z.int() })),
});
export type SearchHit = z.infer<typeof SearchHit>;
