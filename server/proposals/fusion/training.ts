import { setImmediate } from 'node:timers/promises';
import seedrandom from 'seedrandom';
import type { Corpus } from '../signals/corpus.ts';
import { buildCorpusIndex } from '../signals/corpus-index.ts';
import { type HideMode, hideLinks, linkedPairs } from '../signals/hide-links.ts';
import type { BuildSignal } from '../signals/signal.ts';
import { shuffle } from '../shuffle.ts';
import { readCandidates } from './candidates.ts';
import type { RankedData } from './boosted-trees.ts';

const folds = 5;
const modes: readonly HideMode[] = ['removed', 'mention'];
/** Of the unlinked pairs a third is learned from, of a large vault fewer: the rest says nothing new and costs the time. */
const mostKept = 0.35;
const mostRows = 60_000;
/** Notes whose pairs are read, a fold and mode; and from how many links on a single fold of them is enough. */
const mostSources = 400;
const manyLinks = 10_000;
/** With fewer links of its own a vault cannot teach: the prior stays. */
const fewestLinks = 40;

/** A group is one source, with one fold hidden in one mode. */
export interface TrainingData extends RankedData {
  /** share of the unlinked pairs that is in it */
  kept: number;
}

/**
 * What a vault's own links teach: each fold of them is hidden in turn, once with its words and once without, every signal is built anew without it,
 * and the hidden pairs are set against other unlinked ones. The ranker is never told the mode. Null when there are too few links.
 */
export async function readTraining(
  corpus: Corpus,
  builders: readonly BuildSignal[],
  seed: number,
  signal?: AbortSignal,
): Promise<TrainingData | null> {
  const pairs = shuffle(linkedPairs(corpus), seed);
  if (pairs.length < fewestLinks) return null;
  const random = seedrandom(`negatives ${seed}`);
  const features: number[] = [];
  const labels: number[] = [];
  const groups: number[] = [];
  const size = corpus.notes.length;
  const sources = shuffle([...corpus.notes.keys()], seed)
    .slice(0, mostSources)
    .toSorted((a, b) => a - b);
  const foldsRead = pairs.length > manyLinks ? 1 : folds;
  const kept = Math.min(mostKept, mostRows / (foldsRead * modes.length * sources.length * size));
  let group = 0;
  for (let fold = 0; fold < foldsRead; fold += 1) {
    const hidden = pairs.filter((_, at) => at % folds === fold);
    for (const mode of modes) {
      const index = buildCorpusIndex(hideLinks(corpus, hidden, mode));
      const signals = builders.map((build) => build(index));
      const wanted = new Set(hidden.map((pair) => pair.source * index.size + pair.target));
      for (const [place, source] of sources.entries()) {
        if (place % 50 === 49) await hearCancel(signal);
        group += 1;
        const { targets, columns } = readCandidates(index, signals, source);
        for (const [at, target] of targets.entries()) {
          const label = wanted.has(source * index.size + target) ? 1 : 0;
          if (label === 0 && random() > kept) continue;
          labels.push(label);
          groups.push(group);
          for (const column of columns) features.push(column[at] ?? 0);
        }
      }
      await hearCancel(signal);
    }
  }
  const width = builders.length;
  return {
    features: Float64Array.from(features),
    width,
    labels: Uint8Array.from(labels),
    groups: Int32Array.from(groups),
    kept,
  };
}

async function hearCancel(signal: AbortSignal | undefined): Promise<void> {
  await setImmediate();
  signal?.throwIfAborted();
}

export function chooseColumns(data: TrainingData, columns: readonly number[]): TrainingData {
  const features = new Float64Array(data.labels.length * columns.length);
  for (let row = 0; row < data.labels.length; row += 1) {
    for (const [at, column] of columns.entries()) {
      features[row * columns.length + at] = data.features[row * data.width + column] ?? 0;
    }
  }
  return { ...data, features, width: columns.length };
}
