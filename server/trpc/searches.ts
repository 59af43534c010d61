import { z } from 'zod';
import { KeptSearch } from '../../graph-schema/views/kept-search.ts';
import { procedure, router } from './trpc.ts';

const Name = z.string().trim().min(1).max(120);
/** The change that this made, for its undo. */
const Kept = z.object({ number: z.int().nullable() });

export const searchesRouter = router({
  list: procedure.output(z.array(KeptSearch)).query(({ ctx }) => ctx.services.searches.list()),
  keep: procedure
    .input(z.object({ name: Name, text: z.string().trim().min(1).max(400) }))
    .output(Kept)
    .mutation(({ ctx, input }) => ctx.services.searches.keep(input)),
  rename: procedure
    .input(z.object({ id: z.string(), name: Name }))
    .output(Kept)
    .mutation(({ ctx, input }) => ctx.services.searches.rename(input)),
  remove: procedure
    .input(z.object({ id: z.string() }))
    .output(Kept)
    .mutation(({ ctx, input }) => ctx.services.searches.remove(input.id)),
});
