import { stem, wordsOf } from '../../models/words/stem.ts';
import { saysNothing } from './stop-words.ts';

/** What one note says, as far as regions and gaps need it. `text` is plain words. */
export interface NoteText {
  id: string;
  title: string;
  text: string;
}

/** Stem → weight, of unit length. */
export type TermVector = ReadonlyMap<string, number>;

export interface Terms {
  /** tf-idf by note id */
  vectors: ReadonlyMap<string, TermVector>;
  /** how often each stem stands in each note, title included */
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** number of notes with the stem */
  frequency: ReadonlyMap<string, number>;
  /** the form of a stem that notes use most */
  shown(wordStem: string): string;
}

/** A title speaks for its note more than a word of the text does. */
const titleWeight = 3;
/** Enough of a note's strongest terms to compare notes by; more only costs time. */
const keptTerms = 80;

/** Stemmed tf-idf (sublinear tf, smooth idf) of a field's notes. */
export function termsOf(notes: readonly NoteText[]): Terms {
  const forms = new Map<string, Map<string, number>>();
  const stemCache = new Map<string, string>();
  const counts = new Map(notes.map((note) => [note.id, countStems(note, stemCache, forms)]));
  const frequency = new Map<string, number>();
  for (const noteCounts of counts.values())
    for (const wordStem of noteCounts.keys()) frequency.set(wordStem, (frequency.get(wordStem) ?? 0) + 1);
  const vectors = new Map(
    Array.from(counts, ([id, noteCounts]) => [id, weigh(noteCounts, frequency, notes.length)] as const),
  );
  return { vectors, counts, frequency, shown: (wordStem) => mostUsed(forms.get(wordStem)) ?? wordStem };
}

/** Cosines of unit vectors with each other, a row a vector. Hundreds of vectors with tens of thousands of terms in a second. */
export function likenessAmong(vectors: readonly TermVector[]): Float64Array[] {
  const placeOf = new Map<string, number>();
  const columns = vectors.map((vector) => ({
    places: Int32Array.from(vector.keys(), (term) => {
      const place = placeOf.get(term) ?? placeOf.size;
      placeOf.set(term, place);
      return place;
    }),
    weights: Float64Array.from(vector.values()),
  }));
  const own = new Float64Array(placeOf.size);
  return columns.map(({ places, weights }) => {
    for (const [at, place] of places.entries()) own[place] = weights[at] ?? 0;
    const row = Float64Array.from(columns, (other) => {
      let sum = 0;
      for (let at = 0; at < other.places.length; at += 1)
        sum += (own[other.places[at] ?? 0] ?? 0) * (other.weights[at] ?? 0);
      return sum;
    });
    for (const place of places) own[place] = 0;
    return row;
  });
}

/** Mean of unit vectors, of unit length again; empty for none. */
export function centroidOf(vectors: Iterable<TermVector>): TermVector {
  const sum = new Map<string, number>();
  for (const vector of vectors)
    for (const [term, weight] of vector) sum.set(term, (sum.get(term) ?? 0) + weight);
  return toUnit(sum);
}

function countStems(
  note: NoteText,
  stemCache: Map<string, string>,
  forms: Map<string, Map<string, number>>,
): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const word of wordsOf(text)) {
      const plain = word.text.toLowerCase();
      let wordStem = stemCache.get(plain);
      if (wordStem === undefined) stemCache.set(plain, (wordStem = countedStem(plain)));
      if (wordStem === '') continue;
      counts.set(wordStem, (counts.get(wordStem) ?? 0) + weight);
      const used = forms.get(wordStem) ?? new Map<string, number>();
      forms.set(wordStem, used.set(word.text, (used.get(word.text) ?? 0) + weight));
    }
  };
  add(note.title, titleWeight);
  add(note.text, 1);
  return counts;
}

/** Empty for a word that is not counted: one letter, digits alone, a word without content. */
function countedStem(word: string): string {
  if (word.length < 2 || saysNothing(word) || /^\p{N}+$/u.test(word)) return '';
  return stem(word);
}

function weigh(
  counts: ReadonlyMap<string, number>,
  frequency: ReadonlyMap<string, number>,
  notes: number,
): TermVector {
  const weights = Array.from(counts, ([term, count]) => {
    const idf = Math.log((1 + notes) / (1 + (frequency.get(term) ?? 0))) + 0.1;
    return [term, (1 + Math.log(count)) * idf] as const;
  });
  weights.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return toUnit(new Map(weights.slice(0, keptTerms)));
}

function toUnit(weights: Map<string, number>): TermVector {
  let squares = 0;
  for (const weight of weights.values()) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  for (const [term, weight] of weights) weights.set(term, weight / length);
  return weights;
}

function mostUsed(forms: ReadonlyMap<string, number> | undefined): string | undefined {
  let best: string | undefined;
  let bestCount = 0;
  for (const [form, count] of forms ?? []) if (count > bestCount) [best, bestCount] = [form, count];
  return best;
}
