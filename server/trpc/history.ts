import { z } from 'zod';
import { Change } from '../../graph-schema/change.ts';
import { Job } from '../../graph-schema/job.ts';
import { ProposalId } from '../../graph-schema/ids.ts';
import { ProposalState } from '../../graph-schema/proposal.ts';
import { procedure, router } from './trpc.ts';

const Undone = z.object({
  changes: z.array(Change),
  /** proposals whose state this altered */
  changed: z.array(z.object({ id: ProposalId, state: ProposalState })),
});
const Step = z.object({
  count: z.int().min(1).max(50).default(1),
  number: z.int().positive().optional(),
  cascade: z.boolean().default(false),
  /** of the review: only decisions on proposals */
  decisions: z.boolean().optional(),
});

export const historyRouter = router({
  list: procedure
    .input(z.object({ limit: z.int().min(1).max(200).default(50), nodeId: z.string().optional() }))
    .output(z.array(Change))
    .query(({ ctx, input }) => ctx.services.history.list(input)),
  undo: procedure
    .input(Step)
    .output(Undone)
    .mutation(({ ctx, input }) => ctx.services.history.undo(input)),
  redo: procedure
    .input(z.object({ count: z.int().min(1).max(50).default(1) }))
    .output(Undone)
    .mutation(({ ctx, input }) => ctx.services.history.redo(input)),
});

export const jobsRouter = router({
  list: procedure.output(z.array(Job)).query(({ ctx }) => ctx.services.jobs.list()),
  read: procedure
    .input(z.object({ id: z.string() }))
    .output(Job)
    .query(({ ctx, input }) => ctx.services.readJob(input.id)),
  cancel: procedure
    .input(z.object({ id: z.string() }))
    .output(Job)
    .mutation(({ ctx, input }) => ctx.services.jobs.cancel(input.id)),
});
