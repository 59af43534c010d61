import type { Verdict } from '../../graph-schema/views/formula-view.ts';
import type { RankedRow } from './rank-rows.ts';
import type { Transition } from './transition.ts';

export interface ExplainedRow extends RankedRow {
  /** how often it stays among the first when the dimensions are drawn anew, 0 … 1; null where nothing was ranked */
  stays: number | null;
}

/** What the value of a formula stands on, beside what chance would give. */
export interface Explanation {
  verdict: Verdict;
  /** the scenes that it lies nearest to; of an axis those furthest out at its end */
  near: ExplainedRow[];
  /** of an axis: the scenes furthest out at its beginning */
  opposite: ExplainedRow[];
  /** mean score of the nearest beside that of as many nearest to random vectors: their mean, their upper 5 %, and the share of them that lie less near */
  baseline: { own: number; chance: number; high: number; beats: number } | null;
  /** 0 … 1, beside the mean of random vectors; of an axis how far what lies near its ends keeps to its side, beside a half */
  stability: { own: number; chance: number } | null;
  /** of a number: where it lies in nine of ten draws of the dimensions */
  interval: { low: number; high: number } | null;
  /** of a relation */
  gain: Transition['gain'] | null;
}

/** With fewer scenes everything is near to everything. */
export const fewestScenes = 20;
/** A sum shorter than this has nothing left of its parts: two texts of one field are seldom nearer than that. */
export const leastLength = 0.05;
/** Beyond this share of what is random. */
export const significant = 0.95;

export function explained(verdict: Verdict, parts: Partial<Explanation> = {}): Explanation {
  return {
    near: [],
    opposite: [],
    baseline: null,
    stability: null,
    interval: null,
    gain: null,
    ...parts,
    verdict,
  };
}
