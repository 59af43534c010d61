import { normalWord, wordsOf } from '../../../models/words/stem.ts';
import { buildPhrases } from '../../mentions/phrases.ts';
import type { BuildSignal } from '../signals/signal.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';

/** Σ over common neighbours (either way) of 1 / ln degree: Adamic and Adar, Friends and Neighbors on the Web (2003). */
export function adamicAdar(index: CorpusIndex): (source: number) => Float64Array {
  const around = index.out.map((targets, at) => new Set([...targets, ...(index.in[at] ?? [])]));
  return (source) => {
    const scores = new Float64Array(index.size);
    for (const neighbour of around[source] ?? []) {
      const others = around[neighbour] ?? new Set<number>();
      const weight = 1 / Math.log(Math.max(2, others.size));
      for (const target of others) scores[target] = (scores[target] ?? 0) + weight;
    }
    return scores;
  };
}

/** A method that is one signal's raw row. */
export function oneSignal(build: BuildSignal): (index: CorpusIndex) => (source: number) => Float64Array {
  return (index) => {
    const signal = build(index);
    return (source) => signal.row(source);
  };
}

/** A title or alias stands in the source as it is spelt, capitals aside, outside of links: how often; among equals the likest text first. What Obsidian lists as unlinked mentions. */
export function exactMentions(index: CorpusIndex): (source: number) => Float64Array {
  const phrases = buildPhrases(
    index.corpus.notes.flatMap(({ title, aliases }, target) =>
      [title, ...aliases].map((name) => ({ stems: spelt(name).map(({ stem }) => stem), value: target })),
    ),
  );
  return (source) => {
    // alike: 0–1
    const scores = Float64Array.from(index.alike(source), (alike) => alike / 2);
    const text =
      index.corpus.notes[source]?.text.replaceAll(/\[\[[^\]]*\]\]|\[[^\]]*\]\([^)]*\)/g, ' ') ?? '';
    for (const { value: target } of phrases.find(spelt(text))) scores[target] = (scores[target] ?? 0) + 1;
    return scores;
  };
}

function spelt(text: string) {
  return wordsOf(text).map((word) => ({ stem: normalWord(word.text) }));
}
