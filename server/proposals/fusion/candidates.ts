import type { CorpusIndex } from '../signals/corpus-index.ts';
import type { Signal } from '../signals/signal.ts';
import { zScores } from './z-score.ts';

/** Everything a source could be linked to, with the z-score of every signal. */
export interface Candidates {
  source: number;
  /** all notes but the source and those it links already */
  targets: number[];
  /** one column a signal, in the signals' order, side by side with `targets` */
  columns: Float64Array[];
}

export function readCandidates(index: CorpusIndex, signals: readonly Signal[], source: number): Candidates {
  const linked = index.out[source];
  const targets: number[] = [];
  for (let target = 0; target < index.size; target += 1) {
    if (target !== source && linked?.has(target) !== true) targets.push(target);
  }
  return { source, targets, columns: signals.map((signal) => zScores(signal.row(source), targets)) };
}
