import { buildCorpusIndex } from '../signals/corpus-index.ts';
import type { Corpus } from '../signals/corpus.ts';
import { hideLinks, type Pair } from '../signals/hide-links.ts';
import type { NamedSignal } from '../signals/word-signals.ts';

/**
 * Names of the signals that know hidden links. The hidden links are turned to other targets before they are hidden and their text removed:
 * whoever sees only what is visible must score exactly the same.
 */
export function findLeak(
  corpus: Corpus,
  hidden: readonly Pair[],
  signalsOf: (whole: Corpus) => readonly NamedSignal[],
): string[] {
  const turned = turnLinks(corpus, hidden);
  const rowsOf = (whole: Corpus, pairs: readonly Pair[]) => {
    const index = buildCorpusIndex(hideLinks(whole, pairs, 'removed'));
    return signalsOf(whole).map(({ name, build }) => {
      const signal = build(index);
      return { name, rows: Array.from({ length: index.size }, (_, source) => [...signal.row(source)]) };
    });
  };
  const before = rowsOf(corpus, hidden);
  const after = rowsOf(turned.corpus, turned.hidden);
  return before
    .filter(({ rows }, at) => JSON.stringify(rows) !== JSON.stringify(after[at]?.rows))
    .map(({ name }) => name);
}

/** Each hidden link leads to a note that its source does not link. */
export function turnLinks(corpus: Corpus, hidden: readonly Pair[]): { corpus: Corpus; hidden: Pair[] } {
  const size = corpus.notes.length;
  const targets = new Map<string, number>();
  for (const { source, target } of hidden) {
    const taken = new Set([source, ...(corpus.notes[source]?.links ?? []).map((link) => link.target)]);
    for (const [key, other] of targets) if (key.startsWith(`${source} `)) taken.add(other);
    let other = (target + 1) % size;
    while (taken.has(other) && other !== target) other = (other + 1) % size;
    targets.set(`${source} ${target}`, other);
  }
  const turn = (source: number, target: number) => targets.get(`${source} ${target}`) ?? target;
  return {
    hidden: hidden.map(({ source, target }) => ({ source, target: turn(source, target) })),
    corpus: {
      notes: corpus.notes.map((note, source) => ({
        ...note,
        links: note.links.map((link) => ({ ...link, target: turn(source, link.target) })),
      })),
    },
  };
}
