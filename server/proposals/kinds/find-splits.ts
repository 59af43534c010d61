import { contentStems } from '../../../models/words/stem.ts';
import { createSentencesOf } from '../evidence/sentences-of.ts';
import { buildCosines, buildTfIdf } from '../signals/tf-idf.ts';
import { type Finding, type Quoted, quoteIn } from './finding.ts';
import type { KindInput, NamedThing } from './kind-input.ts';

/** A name that so few or so many notes say shows no two meanings. */
const fewestPlaces = 4;
const mostPlaces = 40;
/** Two notes whose words around the name are so alike mean the same; cosine of tf-idf, 0–1. */
const alike = 0.1;
/** Letters around the name that are compared. */
const around = 600;
const mostQuotes = 4;
/** Groups that are hardly more alike in themselves than to each other are one. */
const leastApart = 0.05;
/** A sentence that stands in many notes («open the settings of …») makes no meaning of its own. */
const fewestSaid = 2;

/**
 * One name, two things: the notes that say a concept's name fall into two groups of two and more, with words of the one group around the name and links between its notes, and neither
 * across. Measured is how much more alike the notes of one group are than those of two (difference of mean cosines). Only places of one name are compared with each other.
 */
export function findSplits({ corpus, things }: KindInput, limit: number): Finding[] {
  const concepts = things.filter(
    ({ kind, places }) => kind === 'concept' && places.length >= fewestPlaces && places.length <= mostPlaces,
  );
  const { notes } = corpus;
  const contexts = concepts.map(({ title, places }) => {
    const own = new Set(contentStems(title));
    return places.map(({ note, at }) =>
      contentStems(notes[note]?.text.slice(Math.max(0, at - around), at + around) ?? '').filter(
        (stem) => !own.has(stem),
      ),
    );
  });
  const tfIdf = buildTfIdf(contexts.flat());
  const sentencesOf = createSentencesOf();
  return concepts
    .flatMap((concept, at) => {
      const vectors = (contexts[at] ?? []).map((stems) => tfIdf.vector(stems));
      const cosines = vectors.map(buildCosines(vectors));
      const groups = groupsOf(concept, { cosines, corpus });
      const [one, two] = groups;
      if (one === undefined || two === undefined || groups.length > 2 || two.length < 2) return [];
      const apart =
        mean(pairsIn(one, cosines).concat(pairsIn(two, cosines))) - mean(pairsAcross(one, two, cosines));
      const quotes = [one, two].flatMap((group, side) =>
        group.slice(0, mostQuotes).flatMap((place) => {
          const { note, at: start } = concept.places[place] ?? { note: -1, at: 0 };
          const of = notes[note];
          const sentence = of && sentencesOf(of).find((each) => each.start <= start && start < each.end);
          return (of && sentence && quoteIn(of, side === 0 ? 'from' : 'to', sentence)) ?? [];
        }),
      );
      const isSaid = (side: Quoted['side']) =>
        new Set(quotes.flatMap((quote) => (quote.side === side ? [quote.text] : []))).size >= fewestSaid;
      if (apart < leastApart || !isSaid('from') || !isSaid('to')) return [];
      const titles = two.flatMap((place) => notes[concept.places[place]?.note ?? -1]?.title ?? []);
      const finding: Finding = {
        from: concept.id,
        to: concept.id,
        name: `${concept.title} (${titles[0] ?? ''})`,
        score: apart,
        quotes,
        signals: { apart },
        moves: titles,
      };
      return [finding];
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, limit);
}

/** Places that hang together by words or links, the largest group first. */
function groupsOf(
  { places }: NamedThing,
  { cosines, corpus }: { cosines: Cosines; corpus: KindInput['corpus'] },
): number[][] {
  const left = new Set(places.keys());
  const groups: number[][] = [];
  for (const first of places.keys()) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const one of group) {
      for (const other of left) {
        const isTied =
          cosineOf(cosines, one, other) >= alike || areLinked(corpus, places[one]?.note, places[other]?.note);
        if (isTied && left.delete(other)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups.toSorted((a, b) => b.length - a.length);
}

function areLinked({ notes }: KindInput['corpus'], a = -1, b = -1): boolean {
  return (
    notes[a]?.links.some(({ target }) => target === b) === true ||
    notes[b]?.links.some(({ target }) => target === a) === true
  );
}

/** of each place's words with each other's */
type Cosines = readonly Float64Array[];

function cosineOf(cosines: Cosines, one: number, other: number): number {
  return cosines[one]?.[other] ?? 0;
}

function pairsIn(group: readonly number[], cosines: Cosines): number[] {
  return group.flatMap((one, at) => group.slice(at + 1).map((other) => cosineOf(cosines, one, other)));
}

function pairsAcross(one: readonly number[], two: readonly number[], cosines: Cosines): number[] {
  return one.flatMap((a) => two.map((b) => cosineOf(cosines, a, b)));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
