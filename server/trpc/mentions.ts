import { z } from 'zod';
import { SceneId } from '../../graph-schema/ids.ts';
import { MentionView, UnlinkedName } from '../../graph-schema/views/mention-view.ts';
import { procedure, router } from './trpc.ts';

export const mentionsRouter = router({
  /** A mutation, since a text may be longer than an address; nothing is written. */
  find: procedure
    .input(z.object({ text: z.string(), vault: z.string().optional() }))
    .output(z.object({ mentions: z.array(MentionView) }))
    .mutation(async ({ ctx, input }) => ({ mentions: await ctx.services.mentions.find(input) })),

  unlinked: procedure
    .input(z.object({ sceneId: SceneId }))
    .output(z.array(UnlinkedName))
    .query(({ ctx, input }) => ctx.services.mentions.unlinked(input)),
});
