import { type SignalName, signalNames } from '../signals/signal.ts';
import { begins, traits } from './features.ts';
import type { Effects } from './learners.ts';

interface Candidates {
  /** the signal of each column */
  names: readonly SignalName[];
  /** z-scores, side by side with `targets` */
  columns: readonly Float64Array[];
  /** ids */
  targets: readonly string[];
}

/** `tasteOf` each candidate of one source, column by column: there are millions of them. Log-odds. */
export function tasteScores({ features, targets: own }: Effects, candidates: Candidates): Float64Array {
  const { names, columns, targets } = candidates;
  const scores = new Float64Array(targets.length);
  if (features.length === 0) return scores;
  for (const [at, name] of names.entries()) {
    const weight = features[traits.length + signalNames.indexOf(name)] ?? 0;
    const steps = traits.map((trait, place) => (begins[trait].signal === name ? (features[place] ?? 0) : 0));
    const column = columns[at];
    if (column === undefined || (weight === 0 && steps.every((step) => step === 0))) continue;
    for (let place = 0; place < scores.length; place += 1) {
      const z = column[place] ?? 0;
      let sum = (scores[place] ?? 0) + weight * z;
      for (const [of, trait] of traits.entries()) if (z >= begins[trait].z) sum += steps[of] ?? 0;
      scores[place] = sum;
    }
  }
  if (own.size > 0)
    for (const [place, target] of targets.entries())
      scores[place] = (scores[place] ?? 0) + (own.get(target) ?? 0);
  return scores;
}
