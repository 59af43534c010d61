import type { Llama } from 'node-llama-cpp';
import type { createSpareThreads } from './spare-threads.ts';

export interface LoadOptions {
  llama: Llama;
  threads: ReturnType<typeof createSpareThreads>;
  path: string;
}
