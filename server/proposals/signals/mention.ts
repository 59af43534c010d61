import type { BuildSignal, SignalName } from './signal.ts';
import { type CorpusIndex, namesOf } from './corpus-index.ts';
import { onceASource } from './once-a-source.ts';
import { buildPhrases } from '../../mentions/phrases.ts';

interface Named {
  times: number;
  /** of its most telling name */
  weight: number;
  /** … among those that stand as proper names */
  properWeight: number;
}

/** The notes that one names outside of links, in any word form. */
const namedIn = onceASource((index: CorpusIndex): ((source: number) => ReadonlyMap<number, Named>) => {
  const phrases = buildPhrases(
    index.corpus.notes.flatMap((note, target) =>
      namesOf(note).map((stems) => ({ stems, value: { target, weight: weigh(stems, index.tfIdf.idf) } })),
    ),
  );
  return (source) => {
    const named = new Map<number, Named>();
    const words = index.corpus.notes[source]?.words.filter((word) => word.link < 0) ?? [];
    for (const { value, from } of phrases.find(words)) {
      const known = named.get(value.target) ?? { times: 0, weight: 0, properWeight: 0 };
      const proper = words[from]?.isProper ? value.weight : 0;
      named.set(value.target, {
        times: known.times + 1,
        weight: Math.max(known.weight, value.weight),
        properWeight: Math.max(known.properWeight, proper),
      });
    }
    return named;
  };
});

const signalOf =
  (name: SignalName, score: (named: Named) => number): BuildSignal =>
  (index) => {
    const named = namedIn(index);
    return {
      name,
      row(source) {
        const scores = new Float64Array(index.size);
        for (const [target, each] of named(source)) scores[target] = score(each);
        return scores;
      },
    };
  };

/** The target's title or an alias stands in the source, in any word form, outside of links: idf of the name × (1 + ln times). Range ≥ 0. */
export const buildMention = signalOf('mention', ({ times, weight }) => weight * (1 + Math.log(times)));

/** How many times a name of the target stands in the source outside of links: ln(1 + times). Range ≥ 0. Common names count as much as rare ones. */
export const buildMentionTimes = signalOf('mentionTimes', ({ times }) => Math.log1p(times));

/** A name of the target stands in the source outside of links with a capital letter inside a sentence: idf of the name. Range ≥ 0. Who writes it so means the thing, not the word. */
export const buildProperMention = signalOf('properMention', ({ properWeight }) => properWeight);

function weigh(stems: readonly string[], idf: (stem: string) => number): number {
  return stems.reduce((sum, stem) => sum + idf(stem), 0);
}
