import { runInWorker } from '../../jobs/run-in-worker.ts';
import type { FitInput } from './fit-ranker.ts';
import type { Ranker } from './ranker.ts';

/** `fitRanker` on a thread of its own: it takes seconds of computing. */
export function fitRankerInWorker(input: FitInput, signal?: AbortSignal): Promise<Ranker> {
  return runInWorker('proposals/fusion/fit-ranker-worker', input, signal);
}
