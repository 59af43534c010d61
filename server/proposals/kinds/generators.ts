import { findConcepts } from './find-concepts.ts';
import { findAnswers } from './find-answers.ts';
import { findContradictions } from './find-contradictions.ts';
import { findRelations } from './find-relations.ts';
import { findSplits } from './find-splits.ts';
import { findMerges } from './find-merges.ts';
import type { Finding } from './finding.ts';
import type { KindInput } from './kind-input.ts';

/** Kinds that are found by a reading of the whole field, and not among links or missing scenes. */
export type FoundKind = 'concept' | 'merge' | 'relation' | 'answer' | 'contradiction' | 'split';

export interface Generator {
  /** changes when what it finds does */
  version: string;
  find(input: KindInput, limit: number): Finding[];
}

export const generators: Readonly<Record<FoundKind, Generator>> = {
  relation: { version: 'relation-1', find: findRelations },
  answer: { version: 'answer-1', find: findAnswers },
  contradiction: { version: 'contradiction-1', find: findContradictions },
  split: { version: 'split-1', find: findSplits },
  merge: { version: 'merge-2', find: findMerges },
  concept: { version: 'concept-2', find: findConcepts },
};

export const foundKinds = Object.keys(generators) as FoundKind[];
