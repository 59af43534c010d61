import type { BuildSignal } from './signal.ts';
import { namesOf } from './corpus-index.ts';
import { buildPhrases } from '../../mentions/phrases.ts';

/** The target's title or an alias stands in the source, in any word form, outside of links: idf of the name × (1 + ln times). Range ≥ 0. */
export const buildMention: BuildSignal = (index) => {
  const phrases = buildPhrases(
    index.corpus.notes.flatMap((note, target) =>
      namesOf(note).map((stems) => ({ stems, value: { target, weight: weigh(stems, index.tfIdf.idf) } })),
    ),
  );
  return {
    name: 'mention',
    row(source) {
      const scores = new Float64Array(index.size);
      const times = new Float64Array(index.size);
      const words = index.corpus.notes[source]?.words.filter((word) => word.link < 0) ?? [];
      for (const { value } of phrases.find(words)) {
        times[value.target] = (times[value.target] ?? 0) + 1;
        scores[value.target] = Math.max(scores[value.target] ?? 0, value.weight);
      }
      return scores.map((weight, target) => (weight === 0 ? 0 : weight * (1 + Math.log(times[target] ?? 1))));
    },
  };
};

/** How many times a name of the target stands in the source outside of links: ln(1 + times). Range ≥ 0. Common names count as much as rare ones. */
export const buildMentionTimes: BuildSignal = (index) => {
  const phrases = buildPhrases(
    index.corpus.notes.flatMap((note, value) => namesOf(note).map((stems) => ({ stems, value }))),
  );
  return {
    name: 'mentionTimes',
    row(source) {
      const times = new Float64Array(index.size);
      const words = index.corpus.notes[source]?.words.filter((word) => word.link < 0) ?? [];
      for (const { value: target } of phrases.find(words)) times[target] = (times[target] ?? 0) + 1;
      return times.map(Math.log1p);
    },
  };
};

function weigh(stems: readonly string[], idf: (stem: string) => number): number {
  return stems.reduce((sum, stem) => sum + idf(stem), 0);
}
