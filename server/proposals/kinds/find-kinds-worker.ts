import os from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { type FindInput, findKinds } from './generators.ts';

/** Entry of the worker thread: one input in, one answer out, behind whatever a person waits for. */
os.setPriority(10);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
parentPort?.postMessage(findKinds(workerData as FindInput));
