import { fitRanker } from '../proposals/fusion/fit-ranker.ts';
import { buildCorpusIndex } from '../proposals/signals/corpus-index.ts';
import { hideLinks } from '../proposals/signals/hide-links.ts';
import type { KeptCorpus } from '../proposals/queue/keep-corpora.ts';
import { wordSignalNames } from '../proposals/index.ts';
import type { Expecting } from './gap-figures.ts';

const seed = 1;

/** What the notes' own links lead to expect: those that came by accepted proposals are taken out, so that no decision moves what the next one is measured by. */
export async function expectingOf(
  kept: KeptCorpus,
  accepted: readonly (readonly [string, string])[],
  signal?: AbortSignal,
): Promise<Expecting> {
  const names = wordSignalNames;
  if (accepted.length === 0)
    return { index: kept.index, ranker: await kept.fit({ names, trees: false }, signal) };
  const places = new Map(kept.index.corpus.notes.map(({ id }, at) => [id, at]));
  const pairs = accepted.flatMap(([a, b]) => {
    const [source, target] = [places.get(a) ?? -1, places.get(b) ?? -1];
    return [
      { source, target },
      { source: target, target: source },
    ];
  });
  const corpus = hideLinks(kept.index.corpus, pairs, 'mention');
  return {
    index: buildCorpusIndex(corpus),
    ranker: await fitRanker({ corpus, names, trees: false, seed }, signal),
  };
}
