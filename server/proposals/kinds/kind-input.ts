import type { Corpus } from '../signals/corpus.ts';

/** Something that has a name: a note, a scene that is called for, a concept. */
export interface NamedThing {
  id: string;
  kind: 'note' | 'missing' | 'concept';
  title: string;
  aliases: readonly string[];
  /** places (index of the note, UTF-16 offset into its text) that link or name it, one a note */
  places: readonly { note: number; at: number }[];
}

/** What generators are given: plain data, so that they run on a thread of their own and can be measured on a folder. */
export interface KindInput {
  corpus: Corpus;
  /** names of scenes that are called for and not written, and of things that became part of others */
  taken: readonly string[];
  things: readonly NamedThing[];
  /** pairs of notes that have a named relation already, from → to */
  related: readonly (readonly [string, string])[];
}
