import { contentStems } from '../../../models/words/stem.ts';
import { createFindEvidence, type FindEvidence } from '../evidence/find-evidence.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';
import { createWholeSentences, type WholeSentence } from './whole-sentences.ts';

/** Words that the two sections have in common at least, beside those that many have. */
const fewestShared = 2;
/** A word in more than this share of the sections is what the whole note is about. */
const manySections = 1 / 3;
/** What a sentence has in common with the rest of the other section, beside what it has with the other's quote and heading. */
const restWeight = 0.3;
/** Words of a sentence beyond which length costs, as in a note's quotes. */
const shortLength = 4;

/** Where the other section is named, that; else of all pairs of sentences the one that, each read under its heading, has most in common. Null where the two sections hardly share a word. */
export function createSectionEvidence(index: CorpusIndex): FindEvidence {
  const { notes } = index.corpus;
  const named = createFindEvidence(index);
  const sentencesOf = createWholeSentences();
  const weightOf = weighWords(index);
  const headings = notes.map(({ title }) => new Set(contentStems(title)));
  const all = notes.map(
    ({ words }, at) => new Set([...words.map(({ stem }) => stem), ...(headings[at] ?? [])]),
  );
  const weigh = (of: Iterable<string>, others: readonly (ReadonlySet<string> | undefined)[]) => {
    let sum = 0;
    for (const stem of of) if (others.some((other) => other?.has(stem))) sum += weightOf(stem);
    return sum;
  };

  return (source, target) => {
    const [from, to] = [notes[source], notes[target]];
    if (from === undefined || to === undefined) return null;
    const byName = named(source, target);
    if (byName?.from.by === 'mention') return byName;
    const shared = [...(all[source] ?? [])].filter((stem) => all[target]?.has(stem) && weightOf(stem) > 0);
    if (shared.length < fewestShared) return null;
    const worthOf = (a: WholeSentence, b: WholeSentence) =>
      (weigh(a.stems, [b.stems, headings[target]]) +
        weigh(b.stems, [headings[source]]) +
        restWeight * (weigh(a.stems, [all[target]]) + weigh(b.stems, [all[source]]))) /
      Math.sqrt((a.stems.size + shortLength) * (b.stems.size + shortLength));
    let best: [WholeSentence, WholeSentence] | null = null;
    let most = 0;
    for (const a of sentencesOf(from))
      for (const b of sentencesOf(to)) {
        const worth = worthOf(a, b);
        if (worth > most) [best, most] = [[a, b], worth];
      }
    return best && { from: asQuote(best[0]), to: asQuote(best[1]) };
  };
}

function asQuote({ passageId, start, end }: WholeSentence) {
  return { passageId, start, end, by: 'overlap' as const, mention: null };
}

/** Squared idf; 0 for what many sections have. */
function weighWords({ corpus, size, tfIdf }: CorpusIndex): (stem: string) => number {
  const having = new Map<string, number>();
  for (const { title, words } of corpus.notes)
    for (const stem of new Set([...contentStems(title), ...words.map((word) => word.stem)]))
      having.set(stem, (having.get(stem) ?? 0) + 1);
  const most = Math.max(2, size * manySections);
  return (stem) => ((having.get(stem) ?? 0) > most ? 0 : tfIdf.idf(stem) ** 2);
}
