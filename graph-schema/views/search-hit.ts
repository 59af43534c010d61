import { z } from 'zod';
import { SceneId } from '../ids.ts';
import { Speaker } from './speaker.ts';

/** `start`, `end`: the passage in its source's text; `shown`: as a reader sees it, without marks; `lit`: the matched words, offsets into `shown`. */
export const SearchHit = z.object({
  sceneId: SceneId,
  rootId: SceneId,
  title: z.string(),
  vault: z.string().nullable(),
  path: z.string().nullable(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  /** hits kept by an earlier version have none, and light words of `text` */
  shown: z.string().optional(),
  score: z.number(),
  /** why it was found: its words, its title, or what it means; hits kept by an earlier version do not tell */
  by: z.enum(['words', 'title', 'meaning']).optional(),
  /** who says it, where it is part of a talk; hits kept by an earlier version do not tell */
  speaker: Speaker.nullable().default(null),
  lit: z.array(z.object({ start: z.int(), end: z.int() })),
});
export type SearchHit = z.infer<typeof SearchHit>;
