import type { Corpus } from '../signals/corpus.ts';
import type { SignalName } from '../signals/signal.ts';
import { type NamedSignal, wordSignals } from '../signals/word-signals.ts';
import { type Ranker, trainRanker } from './ranker.ts';

export interface FitInput {
  corpus: Corpus;
  /** the signals that will be scored, in their order; those of the embedding model keep their prior weight */
  names: readonly SignalName[];
  trees: boolean;
  seed: number;
}

/** Weights and, where asked, trees fitted to a vault's own links. */
export async function fitRanker(
  { corpus, names, trees, seed }: FitInput,
  signal?: AbortSignal,
): Promise<Ranker> {
  const signals = names.map((name) => wordSignals.find((known) => known.name === name) ?? unread(name));
  return trainRanker(corpus, signals, { seed, signal })(signals, { trees });
}

/** Stands for a signal whose rows fitting never reads. */
function unread(name: SignalName): NamedSignal {
  return {
    name,
    build() {
      throw new Error(`${name} is not fitted`);
    },
  };
}
