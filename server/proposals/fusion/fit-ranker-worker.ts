import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type FitInput, fitRanker } from './fit-ranker.ts';

/** Entry of the worker thread: one input in, one answer out, behind whatever a person waits for. */
os.setPriority(10);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(await fitRanker(workerData as FitInput));
