import { z } from 'zod';
import { RegionId, SceneId } from '../ids.ts';

const Named = z.object({ id: SceneId, title: z.string() });

/** What a region is, for its card: known at once. */
export const RegionView = z.object({
  id: RegionId,
  name: z.string(),
  hue: z.number(),
  named: z.enum(['signals', 'person']),
  /** written notes */
  notes: z.int(),
  describes: z.array(z.string()),
  /** what it is made of, largest first, each with its main scene; empty where it is of one piece */
  parts: z.array(z.object({ id: z.string(), name: z.string(), notes: z.int(), main: Named })),
  main: z.array(Named.extend({ links: z.int() })),
  /** its newest notes; `day` as 2026-11-29 */
  latest: z.array(Named.extend({ day: z.string() })),
  /** scenes that its notes call for and nobody wrote */
  missing: z.array(Named.extend({ calls: z.int() })),
  neighbours: z.array(
    z.object({
      id: RegionId,
      name: z.string(),
      hue: z.number(),
      links: z.int(),
      /** cosine of what both say, 0 … 1; null where the last layout did not compare them */
      alike: z.number().nullable(),
      /** the two scenes, one of each, that most of these links run between or near: where a path begins and ends */
      ends: z.tuple([SceneId, SceneId]),
    }),
  ),
  links: z.object({ inside: z.int(), outside: z.int() }),
});
export type RegionView = z.infer<typeof RegionView>;

/** What the notes of a region say: their texts are looked through for it. */
export const RegionSaid = z.object({
  /** how many of its written notes speak of its name: in title, folder or text, in any word form */
  covered: z.int(),
  /** questions that nobody answered, the weightiest first */
  questions: z.array(Named.extend({ question: z.string() })),
});
export type RegionSaid = z.infer<typeof RegionSaid>;
