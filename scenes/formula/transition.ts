import { rowOf, type Space } from './space.ts';
import { meanOf, plus, type Vector } from './vectors.ts';

/** A link between two rows of the space. */
export interface RowPair {
  from: number;
  to: number;
}

/** Where a kind of link leads on average, and whether that is worth anything in this field. */
export interface Transition {
  /** not of unit length: how far it leads is part of it */
  vector: Vector;
  examples: number;
  /** what the step adds to plain likeness on links that it was not made from: mean difference of reciprocal ranks, with its 95 % interval */
  gain: { mean: number; low: number; high: number };
}

/** Fewer links say nothing about their kind. */
export const fewestExamples = 50;

/** The mean of (to − from) over the links. */
export function meanTranslation(space: Space, pairs: readonly RowPair[]): Vector {
  const steps = pairs.map(({ from, to }) => plus(rowOf(space, to), rowOf(space, from), -1));
  return meanOf(steps, space.dimensions);
}
