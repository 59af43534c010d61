import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../graph-schema/app-error.ts';
import { answeredWith, refused, unreachable } from './endpoint-faults.ts';
import type { Endpoint } from './endpoint.ts';

export interface Call {
  path: 'embeddings' | 'chat/completions' | 'models';
  /** none: a question by GET */
  body?: Readonly<Record<string, unknown>>;
  signal: AbortSignal | undefined;
  /** how long nothing may come, milliseconds; default `patienceMs` */
  stallMs?: number | undefined;
}

export interface EndpointAnswer {
  /** pieces come one by one, as events */
  isStream: boolean;
  /** The body as it comes. @throws AppError endpoint_stalled, endpoint_unreachable, cancelled */
  text(): AsyncGenerator<string>;
}

/** A large model on a small machine reads a long prompt for a minute and more before its first word. */
export const patienceMs = 180_000;
/** A server that is busy is asked again so many times. */
const mostTries = 3;
const longestWaitMs = 10_000;
/** Characters. 64 vectors of 4,096 numbers are about 6 million. */
const longestBody = 64e6;

/**
 * Asks an endpoint and gives its answer as soon as it begins. A redirect is not followed: what was meant for this machine would leave it.
 * @throws AppError endpoint_unreachable, endpoint_refused, endpoint_no_model, endpoint_busy, endpoint_stalled, endpoint_nonsense, model_failed
 *   (the server takes this text not at all), cancelled
 */
export async function callEndpoint(endpoint: Endpoint, call: Call): Promise<EndpointAnswer> {
  for (let tries = 1; ; tries += 1) {
    const watch = createWatch(endpoint, call);
    const response = await watch.during(send(endpoint, call, watch.signal));
    if (response.ok) return { isStream: isEvents(response), text: () => readBody(response, watch) };
    const said = await watch.during(response.text()).catch(() => '');
    watch.end();
    const waitMs = busyMs(response, tries);
    if (waitMs === null || tries === mostTries) throw refused(endpoint, response.status, said);
    await sleep(waitMs, undefined, call.signal && { signal: call.signal }).catch(() => {
      throw new AppError('cancelled');
    });
  }
}

/** The whole answer as JSON. @throws as `callEndpoint` */
export async function readJson(endpoint: Endpoint, answer: EndpointAnswer): Promise<unknown> {
  let whole = '';
  for await (const piece of answer.text()) whole += piece;
  try {
    return JSON.parse(whole);
  } catch {
    throw answeredWith(endpoint, 'no_json');
  }
}

function send(endpoint: Endpoint, { path, body }: Call, signal: AbortSignal): Promise<Response> {
  return fetch(`${endpoint.address}/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(body && { 'content-type': 'application/json' }),
      ...(endpoint.key !== null && { authorization: `Bearer ${endpoint.key}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
    redirect: 'error',
    signal,
  });
}

async function* readBody(response: Response, watch: Watch): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await watch.during(reader.read());
      if (done) break;
      const text = decoder.decode(value, { stream: true });
      length += text.length;
      if (length > longestBody) throw answeredWith(watch.endpoint, 'too_long');
      yield text;
    }
  } finally {
    // Also where nobody wants the rest: the server may stop, too.
    watch.end();
  }
}

interface Watch {
  endpoint: Endpoint;
  signal: AbortSignal;
  /** The work's result, or the fault that it ended with; each piece of work may take `stallMs`. */
  during<Result>(work: Promise<Result>): Promise<Result>;
  /** Lets go of the connection. */
  end(): void;
}

function createWatch(endpoint: Endpoint, { signal, stallMs = patienceMs }: Call): Watch {
  const own = new AbortController();
  let isStalled = false;
  return {
    endpoint,
    signal: signal ? AbortSignal.any([signal, own.signal]) : own.signal,
    async during(work) {
      const timer = setTimeout(() => {
        isStalled = true;
        own.abort();
      }, stallMs);
      try {
        return await work;
      } catch (error) {
        if (signal?.aborted) throw new AppError('cancelled');
        if (isStalled) {
          const values = { address: endpoint.address, seconds: Math.round(stallMs / 1000) };
          throw new AppError('endpoint_stalled', { values });
        }
        throw unreachable(endpoint, error);
      } finally {
        clearTimeout(timer);
      }
    },
    end: () => own.abort(),
  };
}

function isEvents(response: Response): boolean {
  return /^text\/event-stream/iu.test(response.headers.get('content-type') ?? '');
}

/** How long to wait before asking again; null where asking again helps nothing. */
function busyMs({ status, headers }: Response, tries: number): number | null {
  if (status !== 408 && status !== 429 && status < 500) return null;
  const said = Number(headers.get('retry-after') ?? Number.NaN) * 1000;
  return Math.min(longestWaitMs, Number.isFinite(said) ? said : 500 * 2 ** (tries - 1));
}
