import { tracked } from '@trpc/server';
import { z } from 'zod';
import { procedure, router } from './trpc.ts';

export type { FieldEvent } from '../jobs/jobs.ts';

export const eventsRouter = router({
  /** One stream a page for jobs, changes, stages and the model. Ends quietly; a client asks again by itself. */
  stream: procedure
    .input(z.object({ lastEventId: z.string().optional() }).optional())
    .subscription(async function* ({ ctx, signal }) {
      let number = 0;
      for await (const event of ctx.services.events.subscribe(signal ?? new AbortController().signal)) {
        yield tracked(String(++number), event);
      }
    }),
});
