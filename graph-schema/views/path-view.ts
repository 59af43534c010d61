import { z } from 'zod';
import { SceneId } from '../ids.ts';
import { SceneState } from '../nodes.ts';
import { SceneLink } from './scene-view.ts';

const End = z.object({ id: SceneId, title: z.string(), state: SceneState });

/** How scenes are connected: the steps of one way, each with the links that say it, seen from where the step begins. */
export const PathView = z.object({
  kind: z.enum(['shortest', 'strongest', 'through']),
  scenes: z.array(End),
  /** one fewer than scenes */
  steps: z.array(z.object({ links: z.array(SceneLink) })),
});
export type PathView = z.infer<typeof PathView>;
