import { runInWorker } from '../jobs/run-in-worker.ts';
import type { Settled, SettleInput } from './settle.ts';

export type Settle = (input: SettleInput, signal?: AbortSignal) => Promise<Settled>;

/** `settle` on a thread of its own. */
export const settleInWorker: Settle = (input, signal) => runInWorker('field/settle-worker', input, signal);
