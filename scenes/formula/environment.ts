import type { Chance } from './chance.ts';
import type { FormulaProblemCode, FormulaProblemValues } from './problem.ts';
import type { Reference } from './references.ts';
import type { Space } from './space.ts';
import type { Transition } from './transition.ts';
import type { Vector } from './vectors.ts';

/** Where something that a formula names lies: at the middle of some rows, or where a vector of the model says. */
export type Place =
  | { type: 'rows'; rows: readonly number[]; own: readonly number[] }
  /** as the model gave it; `own`: rows that are this very thing */
  | { type: 'raw'; vector: Vector; own: readonly number[] }
  /** in the space's frame already */
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
