import { z } from 'zod';
import { SceneId } from '../../graph-schema/ids.ts';
import { FormulaAnswer, KeptFormula } from '../../graph-schema/views/formula-view.ts';
import { procedure, router } from './trpc.ts';

/** Longer ones are told so by the language itself, with a place. */
const Text = z.string().max(20_000);

export const formulasRouter = router({
  evaluate: procedure
    .input(z.object({ text: Text, vault: z.string().optional() }))
    .output(FormulaAnswer)
    .query(({ ctx, input }) => ctx.services.formulas.evaluate(input)),
  list: procedure.output(z.array(KeptFormula)).query(({ ctx }) => ctx.services.formulas.list()),
  keep: procedure
    .input(z.object({ id: SceneId.optional(), title: z.string().trim().min(1).max(300), text: Text }))
    .output(z.object({ id: SceneId, number: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.formulas.keep(input)),
  remove: procedure
    .input(z.object({ id: SceneId }))
    .output(z.object({ number: z.int() }))
    .mutation(({ ctx, input }) => ctx.services.formulas.remove(input.id)),
});
