import { parentPort, workerData } from 'node:worker_threads';
import { type BetweennessInput, betweennessOf } from './betweenness.ts';

/** Entry of the worker thread: one input in, one answer out. */
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(betweennessOf(workerData as BetweennessInput));
