import { findConcepts } from './find-concepts.ts';
import type { Finding } from './finding.ts';
import type { KindInput } from './kind-input.ts';

/** Kinds that are found by a reading of the whole field, and not among links or missing scenes. */
export type FoundKind = 'concept';

export interface Generator {
  /** changes when what it finds does */
  version: string;
  find(input: KindInput, limit: number): Finding[];
}

export const generators: Readonly<Record<FoundKind, Generator>> = {
  concept: { version: 'concept-1', find: findConcepts },
};

export const foundKinds = Object.keys(generators) as FoundKind[];

export interface FindInput {
  input: KindInput;
  kinds: readonly FoundKind[];
  limit: number;
}

export type Found = Partial<Record<FoundKind, Finding[]>>;

export function findKinds({ input, kinds, limit }: FindInput): Found {
  return Object.fromEntries(kinds.map((kind) => [kind, generators[kind].find(input, limit)]));
}
