import { performance } from 'node:perf_hooks';
import { readCandidates } from '../../server/proposals/fusion/candidates.ts';
import { scoreCandidates, trainRanker } from '../../server/proposals/fusion/ranker.ts';
import { buildCorpusIndex } from '../../server/proposals/signals/corpus-index.ts';
import type { Corpus } from '../../server/proposals/signals/corpus.ts';
import { wordSignals } from '../../server/proposals/signals/word-signals.ts';
import { type Peer, type Target, target } from '../result.ts';

/** Seconds to fit the weights to a large vault's links, and to score all its pairs. The product does both on the thread of the corpora. */
export async function measureSpeed(
  corpus: Corpus,
  say: (line: string) => void,
): Promise<{ targets: Target[]; peers: Peer[] }> {
  const notes = corpus.notes.length;
  const clock = stopwatch();
  const train = trainRanker(corpus, wordSignals, { seed: 1 });
  const ranker = await train(wordSignals);
  const fitted = clock();
  say(`fitted: ${fitted.toFixed(1)} s`);
  await train(wordSignals);
  const refitted = clock();
  const index = buildCorpusIndex(corpus);
  const built = wordSignals.map(({ build }) => build(index));
  const indexed = clock();
  say(`indexed: ${indexed.toFixed(1)} s`);
  let [reading, scoring, pairs] = [0, 0, 0];
  for (const source of corpus.notes.keys()) {
    clock();
    const { targets, columns } = readCandidates(index, built, source);
    reading += clock();
    scoreCandidates(ranker, columns, targets.length);
    scoring += clock();
    pairs += targets.length;
  }
  const seconds = (name: string, value: number): Peer => ({ name, value, unit: 's', ratio: 1 });
  return {
    targets: [
      target(`weights fitted anew from what was read, ${notes} notes`, refitted, ['s', '<=', 1]),
      target(`all pairs scored, ${notes} notes`, scoring, ['s', '<=', 2]),
    ],
    peers: [
      seconds(`links hidden and read, weights fitted, ${notes} notes`, fitted),
      seconds(`index and signals built, ${notes} notes`, indexed),
      seconds(`signals of all pairs read, ${notes} notes`, reading),
      { name: `pairs, ${notes} notes`, value: pairs, unit: '', ratio: 1 },
    ],
  };
}

/** Seconds since it was asked last. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const before = last;
    last = performance.now();
    return (last - before) / 1000;
  };
}
