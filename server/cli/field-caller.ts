import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client';
import { AppError, type ErrorCode, errorCodes, type ErrorValues } from '../../graph-schema/app-error.ts';
import type { RunningApp } from '../boot/running-app.ts';
import { appRouter, type AppRouter, callerFor } from '../trpc/router.ts';

/** The procedures as plain async functions: the same whether they run in this process or in the app that holds the home. */
export type FieldCaller = ReturnType<typeof callerFor>;

/** Sends each call to the running app over HTTP; faults come back as the same `AppError`. */
export function remoteCaller(app: RunningApp): FieldCaller {
  const client = createTRPCClient<AppRouter>({
    links: [
      httpBatchLink({ url: `${app.address}/api/trpc`, headers: { authorization: `Bearer ${app.key}` } }),
    ],
  });
  const call = async (path: string, input: unknown): Promise<unknown> => {
    const kind = typeOf(path);
    try {
      return await (kind === 'mutation'
        ? ask(client, 'mutation', path, input)
        : ask(client, 'query', path, input));
    } catch (error) {
      throw toAppError(error, app);
    }
  };
  return proxyAt([], call) as FieldCaller;
}

function ask(client: object, kind: 'query' | 'mutation', path: string, input: unknown): Promise<unknown> {
  let target: unknown = client;
  for (const part of path.split('.')) target = Reflect.get(Object(target), part);
  const method: unknown = Reflect.get(Object(target), kind === 'query' ? 'query' : 'mutate');
  if (typeof method !== 'function') throw new TypeError(`no procedure ${path}`);
  return method(input);
}

function typeOf(path: string): string {
  // tRPC keeps what a router knows of itself under this name.
  const known = (of: unknown): unknown => Reflect.get(Object(of), '_def');
  const procedures: unknown = Reflect.get(Object(known(appRouter)), 'procedures');
  const type: unknown = Reflect.get(Object(known(Reflect.get(Object(procedures), path))), 'type');
  if (typeof type !== 'string') throw new TypeError(`no procedure ${path}`);
  return type;
}

function proxyAt(path: string[], call: (path: string, input: unknown) => Promise<unknown>): unknown {
  return new Proxy(() => undefined, {
    get: (_, name) =>
      typeof name === 'string' && name !== 'then' ? proxyAt([...path, name], call) : undefined,
    apply: (_, __, [input]: unknown[]) => call(path.join('.'), input),
  });
}

function toAppError(error: unknown, app: RunningApp): unknown {
  if (!(error instanceof TRPCClientError)) return error;
  const fault: unknown = Reflect.get(Object(error.data), 'fault');
  const code: unknown = Reflect.get(Object(fault), 'code');
  if (isErrorCode(code)) {
    return new AppError(code, {
      values: (Reflect.get(Object(fault), 'values') ?? {}) as ErrorValues,
      cause: error,
    });
  }
  // no answer at all
  if (error.data === undefined || error.data === null)
    return new AppError('app_stopped', { values: { address: app.address }, cause: error });
  return new AppError('internal', { values: { address: app.address }, message: error.message, cause: error });
}

function isErrorCode(code: unknown): code is ErrorCode {
  return errorCodes.some((known) => known === code);
}
