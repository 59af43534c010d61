import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { isAppError } from '../../graph-schema/app-error.ts';
import type { Services } from '../boot/services.ts';
import { toTrpcError } from './errors.ts';

/** What every procedure is given. `allowed` repeats the gate's verdict: nothing runs without it. */
export interface Context {
  services: Services;
  allowed: boolean;
}

const t = initTRPC.context<Context>().create({
  sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
  errorFormatter({ shape, error }) {
    const fault = isAppError(error.cause) ? error.cause : null;
    return {
      ...shape,
      message: fault?.code ?? shape.message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        fault: fault ? { code: fault.code, values: fault.values } : faultOf(error),
      },
    };
  },
});

function faultOf(error: TRPCError) {
  if (error.cause instanceof ZodError) return { code: 'bad_input', values: {} } as const;
  // Only packs come in large.
  if (error.code === 'PAYLOAD_TOO_LARGE') return { code: 'pack_too_large', values: {} } as const;
  return { code: 'internal', values: {} } as const;
}

const guarded = t.middleware(async ({ ctx, next }) => {
  if (!ctx.allowed) throw new TRPCError({ code: 'FORBIDDEN' });
  const result = await next();
  if (!result.ok) throw toTrpcError(result.error, ctx.services.log);
  return result;
});

export const router = t.router;
export const procedure = t.procedure.use(guarded);
export const createCaller = t.createCallerFactory;
