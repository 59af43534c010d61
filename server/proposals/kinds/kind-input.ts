import type { Corpus } from '../signals/corpus.ts';

/** What generators are given: plain data, so that they run on a thread of their own and can be measured on a folder. */
export interface KindInput {
  corpus: Corpus;
  /** names of scenes that are called for and not written, and of things that became part of others */
  taken: readonly string[];
}
