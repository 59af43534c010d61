import { z } from 'zod';
import { Kept } from '../../graph-schema/views/kept.ts';
import { procedure, router } from './trpc.ts';

const Name = z.string().trim().min(1).max(120);
/** The change that this made, for its undo. */
const Keeping = z.object({ number: z.int().nullable() });

/** Searches and views are kept by the same acts. `longest`: of a text. */
function keptRouter(what: 'searches' | 'views', longest: number) {
  return router({
    list: procedure.output(z.array(Kept)).query(({ ctx }) => ctx.services[what].list()),
    keep: procedure
      .input(z.object({ name: Name, text: z.string().trim().min(1).max(longest) }))
      .output(Keeping)
      .mutation(({ ctx, input }) => ctx.services[what].keep(input)),
    rename: procedure
      .input(z.object({ id: z.string(), name: Name }))
      .output(Keeping)
      .mutation(({ ctx, input }) => ctx.services[what].rename(input)),
    remove: procedure
      .input(z.object({ id: z.string() }))
      .output(Keeping)
      .mutation(({ ctx, input }) => ctx.services[what].remove(input.id)),
  });
}

export const searchesRouter = keptRouter('searches', 400);
export const viewsRouter = keptRouter('views', 4000);
