import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Settled, SettleInput } from './settle.ts';

export type Settle = (input: SettleInput, signal?: AbortSignal) => Promise<Settled>;

/**
 * `settle` on a thread of its own, so that the page is answered meanwhile; stops when the signal aborts.
 * Node 20 runs no `.ts`: read from its sources (the tests), this uses the thread that the build compiled.
 */
export const settleInWorker: Settle = async (input, signal) => {
  const isSource = import.meta.url.endsWith('.ts');
  const file = isSource ? '../../build/server/field/settle-worker.js' : './settle-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), { workerData: input });
  try {
    const [answer] = await once(worker, 'message', signal ? { signal } : {});
    return answer as Settled;
  } finally {
    await worker.terminate();
  }
};
