import type { CorpusIndex } from './corpus-index.ts';
import { buildPhrases } from '../../mentions/phrases.ts';
import { onceASource } from './once-a-source.ts';
import type { BuildSignal } from './signal.ts';

interface Anchor {
  stems: string[];
  /** links with these words, by target */
  targets: Map<number, number>;
  links: number;
}

/**
 * Words already used elsewhere to link the target stand in the source's plain text: best of idf × P(target | words) over its phrases. Range ≥ 0.
 * P is the commonness of Mihalcea and Csomai, Wikify! (2007).
 */
export const buildAnchor: BuildSignal = (index) => {
  const calls = callsIn(index);
  return {
    name: 'anchor',
    row(source) {
      const scores = new Float64Array(index.size);
      for (const [target, score] of calls(source)) scores[target] = score;
      return scores;
    },
  };
};

/** The notes that one calls by words that link to them elsewhere, with what speaks for each. */
const callsIn = onceASource((index: CorpusIndex): ((source: number) => ReadonlyMap<number, number>) => {
  const phrases = buildPhrases(readAnchors(index).map((anchor) => ({ stems: anchor.stems, value: anchor })));
  const weights = new Map<Anchor, number>();
  const weigh = (anchor: Anchor) => anchor.stems.reduce((sum, stem) => sum + index.tfIdf.idf(stem), 0);
  return (source) => {
    const scores = new Map<number, number>();
    const words = index.corpus.notes[source]?.words ?? [];
    for (const { value: anchor } of phrases.find(words.filter((word) => word.link < 0))) {
      const weight = weights.get(anchor) ?? weigh(anchor);
      weights.set(anchor, weight);
      for (const [target, count] of anchor.targets) {
        scores.set(target, Math.max(scores.get(target) ?? 0, (weight * count) / anchor.links));
      }
    }
    return scores;
  };
});

/** Words already used elsewhere to link the source stand in the target's plain text: best of idf × P(source | words) over them. Range ≥ 0. `anchor` with the two notes in each other's place. */
export const buildAnchorBack: BuildSignal = (index) => {
  const calls = callsIn(index);
  const callers = index.corpus.notes.map(() => new Map<number, number>());
  for (let caller = 0; caller < index.size; caller += 1)
    for (const [called, score] of calls(caller)) callers[called]?.set(caller, score);
  return {
    name: 'anchorBack',
    row(source) {
      const scores = new Float64Array(index.size);
      for (const [target, score] of callers[source] ?? []) scores[target] = score;
      return scores;
    },
  };
};

/** How often these words are a link where they stand at all, × P(target | words): best over the source's phrases. Range 0–1. Keyphraseness of Wikify!, with one more text that has the words unlinked. */
export const buildAnchorHabit: BuildSignal = (index) => {
  const anchors = readAnchors(index);
  const phrases = buildPhrases(anchors.map((anchor) => ({ stems: anchor.stems, value: anchor })));
  const standing = new Map<Anchor, number>();
  const linking = new Map<Anchor, number>();
  for (const note of index.corpus.notes) {
    const hits = phrases.find(note.words);
    for (const anchor of new Set(hits.map((hit) => hit.value)))
      standing.set(anchor, (standing.get(anchor) ?? 0) + 1);
    const linked = hits.filter((hit) => (note.words[hit.from]?.link ?? -1) >= 0);
    for (const anchor of new Set(linked.map((hit) => hit.value)))
      linking.set(anchor, (linking.get(anchor) ?? 0) + 1);
  }
  return {
    name: 'anchorHabit',
    row(source) {
      const scores = new Float64Array(index.size);
      const words = index.corpus.notes[source]?.words ?? [];
      for (const { value: anchor } of phrases.find(words.filter((word) => word.link < 0))) {
        const habit = (linking.get(anchor) ?? 0) / ((standing.get(anchor) ?? 0) + 1);
        for (const [target, count] of anchor.targets) {
          scores[target] = Math.max(scores[target] ?? 0, (habit * count) / anchor.links);
        }
      }
      return scores;
    },
  };
};

/** The words of every link of the corpus, by their stems. */
export function readAnchors({ corpus }: Pick<CorpusIndex, 'corpus'>): Anchor[] {
  const anchors = new Map<string, Anchor>();
  for (const [source, note] of corpus.notes.entries()) {
    const stems = note.links.map((): string[] => []);
    for (const word of note.words) stems[word.link]?.push(word.stem);
    for (const [at, link] of note.links.entries()) {
      const words = stems[at] ?? [];
      if (link.target === source || words.length === 0) continue;
      const key = words.join(' ');
      const anchor = anchors.get(key) ?? { stems: words, targets: new Map<number, number>(), links: 0 };
      anchor.targets.set(link.target, (anchor.targets.get(link.target) ?? 0) + 1);
      anchor.links += 1;
      anchors.set(key, anchor);
    }
  }
  return [...anchors.values()];
}
