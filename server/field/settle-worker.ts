import { parentPort, workerData } from 'node:worker_threads';
import { settle, type SettleInput } from './settle.ts';

/** Entry of the worker thread: one input in, one answer out. */
parentPort?.postMessage(settle(workerData as SettleInput));
