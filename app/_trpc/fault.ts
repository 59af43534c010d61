import { TRPCClientError } from '@trpc/client';
import { type ErrorCode, errorCodes } from '../../graph-schema/app-error.ts';

export interface Fault {
  code: ErrorCode | 'offline';
  values: Record<string, string>;
}

/** What went wrong, as a code with its values; words are made where it is shown. An answer that never came is `offline`. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof TRPCClientError)) return { code: 'internal', values: {} };
  const data: unknown = error.data;
  if (isTold(data)) return { code: data.fault.code, values: asText(data.fault.values) };
  return { code: data === undefined ? 'offline' : 'internal', values: {} };
}

/** Read by hand: what all pages load should not bring the whole of zod along. */
function isTold(data: unknown): data is { fault: { code: ErrorCode; values: Record<string, unknown> } } {
  const fault: unknown = (data as { fault?: unknown } | null | undefined)?.fault;
  const { code, values } = (fault ?? {}) as { code?: unknown; values?: unknown };
  return errorCodes.some((known) => known === code) && typeof values === 'object' && values !== null;
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
