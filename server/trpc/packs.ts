import { z } from 'zod';
import { PackPreview, PackProblem } from '../../graph-schema/views/pack-view.ts';
import { procedure, router } from './trpc.ts';

const Selection = z.discriminatedUnion('what', [
  z.object({ what: z.literal('all') }),
  z.object({ what: z.literal('scene'), sceneId: z.string(), depth: z.int().min(0).max(3) }),
  z.object({ what: z.literal('region'), regionId: z.string() }),
  z.object({ what: z.literal('scenes'), ids: z.array(z.string()).min(1).max(5000) }),
]);
/** Its length is bounded by the body's. */
const Text = z.string();

export const packsRouter = router({
  starters: procedure
    .input(z.object({ language: z.enum(['ru', 'en']) }))
    .output(z.array(z.object({ id: z.string(), title: z.string(), about: z.string(), scenes: z.int() })))
    .query(({ ctx, input }) => ctx.services.packs.starters(input.language)),
  openStarter: procedure
    .input(z.object({ id: z.string(), language: z.enum(['ru', 'en']) }))
    .mutation(({ ctx, input }) => ctx.services.packs.openStarter(input)),
  list: procedure
    .output(
      z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          digest: z.string(),
          importedAt: z.string(),
          scenes: z.int(),
        }),
      ),
    )
    .query(({ ctx }) => ctx.services.packs.list()),
  preview: procedure
    .input(z.object({ text: Text }))
    .output(
      z.discriminatedUnion('valid', [
        z.object({ valid: z.literal(true), preview: PackPreview }),
        z.object({ valid: z.literal(false), problems: z.array(PackProblem) }),
      ]),
    )
    .mutation(({ ctx, input }) => ctx.services.packs.preview(input.text)),
  import: procedure
    .input(z.object({ text: Text }))
    .mutation(({ ctx, input }) => ctx.services.packs.import(input.text)),
  export: procedure
    .input(Selection)
    .output(
      z.object({
        text: z.string(),
        fileName: z.string(),
        scenes: z.int(),
        concepts: z.int(),
        links: z.int(),
        bytes: z.int(),
        digest: z.string(),
      }),
    )
    .mutation(({ ctx, input }) => ctx.services.packs.export(input)),
  remove: procedure
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => ctx.services.packs.remove(input.id)),
});
