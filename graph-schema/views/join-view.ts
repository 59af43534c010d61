import { z } from 'zod';
import { SceneId } from '../ids.ts';
import { SceneState } from '../nodes.ts';
import { SceneLink } from './scene-view.ts';

const End = z.object({ id: SceneId, title: z.string(), state: SceneState });

/** All that joins two root scenes, each voice with its evidence, as the first of them sees it. */
export const JoinView = z.object({
  from: End,
  to: End,
  links: z.array(
    SceneLink.extend({
      /** ISO time of the change that brought it */
      since: z.string().nullable(),
      /** of one that was proposed: why, in whose words, and which models took part */
      reason: z.string().nullable(),
      reasonBy: z.enum(['model', 'template', 'person']).nullable(),
      models: z.array(z.string()),
    }),
  ),
});
export type JoinView = z.infer<typeof JoinView>;
