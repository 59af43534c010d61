import { z } from 'zod';
import { EndpointInput, EndpointView, TriedEndpoint } from '../../graph-schema/views/endpoint-view.ts';
import { procedure, router } from './trpc.ts';

const Address = z.object({ address: z.string().max(1000) });

export const endpointsRouter = router({
  list: procedure.output(z.array(EndpointView)).query(({ ctx }) => ctx.services.endpoints.view()),
  /** Sends words of ours, nothing of the notes. */
  try: procedure
    .input(EndpointInput)
    .output(TriedEndpoint)
    .mutation(({ ctx, input, signal }) =>
      ctx.services.endpoints.try(input, signal ?? new AbortController().signal),
    ),
  use: procedure
    .input(EndpointInput.extend({ agrees: z.boolean() }))
    .mutation(({ ctx, input }) => ctx.services.endpoints.use(input)),
  /** The person says yes to what leaves for an address that a variable names. */
  agree: procedure.input(Address).mutation(({ ctx, input }) => ctx.services.endpoints.agree(input.address)),
  forgetKey: procedure
    .input(Address)
    .mutation(({ ctx, input }) => ctx.services.endpoints.forgetKey(input.address)),
});
