import { TRPCClientError } from '@trpc/client';
import { z } from 'zod';
import { type ErrorCode, errorCodes } from '../../graph-schema/app-error.ts';

export interface Fault {
  code: ErrorCode | 'offline';
  values: Record<string, string>;
}

const Data = z.object({
  fault: z.object({ code: z.enum(errorCodes), values: z.record(z.string(), z.unknown()) }),
});

/** What went wrong, as a code with its values; words are made where it is shown. An answer that never came is `offline`. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof TRPCClientError)) return { code: 'internal', values: {} };
  const parsed = Data.safeParse(error.data);
  if (parsed.success) return { code: parsed.data.fault.code, values: asText(parsed.data.fault.values) };
  return { code: error.data === undefined ? 'offline' : 'internal', values: {} };
}

/** Values as a sentence takes them: lists joined, the rest as text. */
export function asText(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}
