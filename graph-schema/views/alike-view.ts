import { z } from 'zod';
import { RegionId, SceneId } from '../ids.ts';

/** What lies nearest to a scene by meaning, nearest first. */
export const AlikeView = z.object({
  /** false: nothing of it is embedded, so nothing can be said */
  hasVector: z.boolean(),
  scenes: z.array(
    z.object({
      id: SceneId,
      title: z.string(),
      regionId: RegionId.nullable(),
      /** more alike than so many of a hundred random pairs of the field */
      alike: z.number(),
      isLinked: z.boolean(),
    }),
  ),
});
export type AlikeView = z.infer<typeof AlikeView>;
