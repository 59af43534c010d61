import { type ResourceLimits, Worker } from 'node:worker_threads';

/**
 * One piece of long computing on a thread of its own, so that the page is answered meanwhile: one input in, one answer out. Ends when the signal aborts.
 * `entry`: as `openThread` takes it.
 */
export async function runInWorker<Input, Answer>(
  entry: string,
  input: Input,
  signal?: AbortSignal,
): Promise<Answer> {
  signal?.throwIfAborted();
  const worker = openThread(entry, input);
  let stop = (): void => undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      stop = () => reject(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`${entry} ended with ${code} and no answer`)));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}

/** `entry`: the thread's file below `server/`, without its ending. Node 20 runs no `.ts`: read from its sources (the tests), this uses what the build compiled. */
export function openThread(entry: string, input?: unknown, limits?: ResourceLimits): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const file = isSource ? `../../build/server/${entry}.js` : `../${entry}.js`;
  return new Worker(new URL(file, import.meta.url), {
    workerData: input,
    ...(limits && { resourceLimits: limits }),
  });
}
