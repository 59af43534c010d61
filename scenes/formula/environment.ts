import type { Chance } from './chance.ts';
import type { FormulaProblemCode, FormulaProblemValues } from './problem.ts';
import type { Reference } from './references.ts';
import type { Space } from './space.ts';
import type { Transition } from './transition.ts';
import type { Vector } from './vectors.ts';

/** Where something that a formula names lies; `own`: rows that are this very thing. */
export type Place =
  /** at the middle of some rows */
  | { type: 'rows'; rows: readonly number[]; own: readonly number[] }
  /** where the model puts it: the mean of its passages, or words of a person's own */
  | { type: 'passages' | 'words'; vector: Vector; own: readonly number[] }
  /** where another formula led */
  | { type: 'placed'; vector: Vector; own: readonly number[] };

export interface Missing {
  type: 'missing';
  code: FormulaProblemCode;
  values: FormulaProblemValues;
}

/** All that the world outside tells a formula: it is pure over this. */
export interface Environment {
  space: Space;
  chance: Chance;
  /** 1 for each row that may be an answer; null: all may */
  within: Uint8Array | null;
  /** of a scene, a text, a concept or a region */
  place(reference: Reference): Place | Missing;
  transition(reference: Reference): Transition | Missing;
}
