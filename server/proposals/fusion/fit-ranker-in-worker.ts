import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FitInput } from './fit-ranker.ts';
import type { Ranker } from './ranker.ts';

/**
 * `fitRanker` on a thread of its own: it takes seconds of computing, and the page is answered meanwhile; stops when the signal aborts.
 * Node 20 runs no `.ts`: read from its sources (the tests), this uses the thread that the build compiled.
 */
export async function fitRankerInWorker(input: FitInput, signal?: AbortSignal): Promise<Ranker> {
  const isSource = import.meta.url.endsWith('.ts');
  const file = isSource
    ? '../../../build/server/proposals/fusion/fit-ranker-worker.js'
    : './fit-ranker-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: input });
  try {
    const [answer] = await once(worker, 'message', signal ? { signal } : {});
    return answer as Ranker;
  } finally {
    await worker.terminate();
  }
}
