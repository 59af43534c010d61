import seedrandom from 'seedrandom';
import { readCandidates } from '../../server/proposals/fusion/candidates.ts';
import { scoreCandidates, trainRanker } from '../../server/proposals/fusion/ranker.ts';
import type { Looked } from '../../server/proposals/learning/decision.ts';
import { readFeatures } from '../../server/proposals/learning/features.ts';
import { shuffle } from '../../server/proposals/shuffle.ts';
import type { Corpus } from '../../server/proposals/signals/corpus.ts';
import { buildCorpusIndex } from '../../server/proposals/signals/corpus-index.ts';
import { hideLinks, type HideMode, linkedPairs } from '../../server/proposals/signals/hide-links.ts';
import { wordSignals } from '../../server/proposals/signals/word-signals.ts';

/** A pair that could be proposed, and what is known of it to whoever judges. */
export interface Candidate extends Looked {
  from: number;
  to: number;
  /** one of the links that were hidden, in either direction */
  isLink: boolean;
  /** … in this one */
  isOwnWay: boolean;
  /** it leads to one of the tenth of notes that are linked most */
  isToHub: boolean;
  isInFolder: boolean;
}

/** One vault with a fifth of its links hidden, and its notes in two halves: one is decided about, the other only scored. */
export interface World {
  shown: Candidate[];
  kept: Candidate[];
  /** the same chances for everybody who decides in it */
  random: () => () => number;
}

export async function makeWorld(
  corpus: Corpus,
  { seed, mode, refit }: { seed: number; mode: HideMode; refit: boolean },
): Promise<World> {
  const pairs = linkedPairs(corpus);
  const hidden = shuffle(pairs, seed).slice(0, Math.round(pairs.length / 5));
  const visible = hideLinks(corpus, hidden, mode);
  const index = buildCorpusIndex(visible);
  const built = wordSignals.map(({ build }) => build(index));
  const ranker = await trainRanker(visible, wordSignals, { seed })(wordSignals, { refit });
  const wanted = new Set(
    hidden.flatMap(({ source, target }) => [`${source} ${target}`, `${target} ${source}`]),
  );
  const ownWay = new Set(hidden.map(({ source, target }) => `${source} ${target}`));
  const degrees = corpus.notes.map((_, at) => pairs.filter(({ target }) => target === at).length);
  const hubFrom = degrees.toSorted((a, b) => b - a)[Math.floor(degrees.length / 10)] ?? 0;
  const folders = corpus.notes.map(({ path }) => path.split('/').slice(0, -1).join('/'));
  const halves = shuffle([...corpus.notes.keys()], seed);
  const isShown = new Set(halves.slice(0, halves.length / 2));
  const world: World = { shown: [], kept: [], random: () => seedrandom(`person ${seed}`) };
  for (const from of corpus.notes.keys()) {
    const { targets, columns } = readCandidates(index, built, from);
    const scores = scoreCandidates(ranker, columns, targets.length);
    const half = isShown.has(from) ? world.shown : world.kept;
    for (const [at, to] of targets.entries()) {
      half.push({
        from,
        to,
        target: String(to),
        score: scores[at] ?? 0,
        features: readFeatures(
          wordSignals.map(({ name }, column) => ({ name, z: columns[column]?.[at] ?? 0 })),
        ),
        isLink: wanted.has(`${from} ${to}`),
        isOwnWay: ownWay.has(`${from} ${to}`),
        isToHub: (degrees[to] ?? 0) >= hubFrom,
        isInFolder: folders[from] === folders[to],
      });
    }
  }
  return world;
}
