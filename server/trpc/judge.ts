import { z } from 'zod';
import { Job } from '../../graph-schema/job.ts';
import { JudgesView } from '../../graph-schema/views/judge-view.ts';
import { procedure, router } from './trpc.ts';

export const judgeRouter = router({
  view: procedure.output(JudgesView).query(({ ctx }) => ctx.services.judge.view()),
  /** Starts the job `judge`; its result is what the view shows afterwards. */
  test: procedure
    .input(z.object({ vaultId: z.string() }))
    .output(Job)
    .mutation(({ ctx, input }) => ctx.services.judge.test(input.vaultId)),
  turn: procedure
    .input(z.object({ vaultId: z.string(), isOn: z.boolean() }))
    .output(JudgesView)
    .mutation(({ ctx, input }) => ctx.services.judge.turn(input)),
});
