import { AppError } from '../../../graph-schema/app-error.ts';
import { shuffle } from '../shuffle.ts';
import type { Corpus } from '../signals/corpus.ts';
import { type HideMode, hideLinks, linkedPairs, type Pair } from '../signals/hide-links.ts';

export interface HiddenLinks {
  seed: number;
  hidden: Pair[];
  /** the corpus without the hidden links: all that signals, weights and statistics are made from */
  visible: Corpus;
}

/** One corpus for each seed, a share of its links hidden. @throws AppError bad_input where there are too few links to hide any */
export function makeTrials(
  corpus: Corpus,
  { hide, seeds, mode }: { hide: number; seeds: readonly number[]; mode: HideMode },
): HiddenLinks[] {
  const pairs = linkedPairs(corpus);
  const count = Math.round(hide * pairs.length);
  if (count === 0) throw new AppError('bad_input', { values: { field: 'hide', links: pairs.length } });
  return seeds.map((seed) => {
    const hidden = shuffle(pairs, seed).slice(0, count);
    return { seed, hidden, visible: hideLinks(corpus, hidden, mode) };
  });
}
