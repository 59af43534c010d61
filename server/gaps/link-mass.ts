import { setImmediate } from 'node:timers/promises';
import { readCandidates } from '../proposals/fusion/candidates.ts';
import { type Ranker, scoreCandidates } from '../proposals/fusion/ranker.ts';
import type { CorpusIndex } from '../proposals/signals/corpus-index.ts';
import { type NamedSignal, wordSignals } from '../proposals/signals/word-signals.ts';
import { pairAt, type RegionOf } from './cross-links.ts';

/** Which notes lie in which region; regions are numbered from 0. */
export interface Division {
  regionOf: RegionOf;
  regions: number;
}

interface MassOptions {
  ranker: Ranker;
  /** those that the ranker weighs; default: words and links, so that the first gaps wait for no model */
  signals?: readonly NamedSignal[];
  signal?: AbortSignal | undefined;
}

/**
 * Predicted link mass of every two regions, for each of the divisions: the ranker's probabilities summed over the pairs of notes
 * that are not linked (either way). By `pairAt`. Calibrated as far as a ranker fitted to the corpus's own links is: as if a fifth of the links were missing.
 */
export async function linkMass(
  index: CorpusIndex,
  divisions: readonly Division[],
  { ranker, signals = wordSignals, signal }: MassOptions,
): Promise<Float64Array[]> {
  const built = signals.map(({ build }) => build(index));
  const masses = divisions.map(({ regions }) => new Float64Array(regions * regions));
  for (let source = 0; source < index.size; source += 1) {
    const { targets, columns } = readCandidates(index, built, source);
    const scores = scoreCandidates(ranker, columns, targets.length);
    for (const [at, target] of targets.entries()) {
      if (index.out[target]?.has(source) === true) continue;
      const chance = 1 / (1 + Math.exp(-(scores[at] ?? 0)));
      for (const [which, { regionOf, regions }] of divisions.entries()) {
        const [a, b] = [regionOf[source] ?? -1, regionOf[target] ?? -1];
        const mass = masses[which];
        if (a < 0 || b < 0 || a === b || mass === undefined) continue;
        mass[pairAt(regions, a, b)] = (mass[pairAt(regions, a, b)] ?? 0) + chance;
      }
    }
    if (source % 50 === 49) {
      await setImmediate();
      signal?.throwIfAborted();
    }
  }
  return masses;
}
