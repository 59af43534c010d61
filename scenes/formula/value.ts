import type { RankedRow } from './rank-rows.ts';
import type { Transition } from './transition.ts';
import type { Vector } from './vectors.ts';

/** What a formula, or a part of one, comes to. `own`: rows that it was made from, which are no answer to what lies near it. */
export type Value =
  | { type: 'scene'; vector: Vector; own: ReadonlySet<number> }
  /** from one place (0) to another (1) */
  | { type: 'axis'; from: Vector; to: Vector; own: ReadonlySet<number> }
  /** `factor`: what it was multiplied by */
  | ({ type: 'relation'; factor: number } & Transition)
  /** `position`: on an axis, 0 and 1 its ends; `percentile`: of the likeness of this field's pairs, 0 … 100 */
  | { type: 'number'; value: number; unit: 'plain' }
  | { type: 'number'; value: number; unit: 'position'; of: Vector; axis: { from: Vector; to: Vector } }
  | { type: 'number'; value: number; unit: 'percentile'; between: readonly [Vector, Vector] }
  /** `probes`: what was ranked by; none for a path. `shortlist`: what came next too */
  | { type: 'list'; rows: RankedRow[]; probes: readonly Vector[]; shortlist: RankedRow[] };

export type ValueOf<T extends Value['type']> = Extract<Value, { type: T }>;
