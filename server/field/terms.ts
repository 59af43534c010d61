import { stem, wordsOf } from '../../models/words/stem.ts';
import { createPool, type Pool } from './pool.ts';
import { saysNothing } from './stop-words.ts';

/** What one note says, as far as regions and gaps need it. `text` is plain words. */
export interface NoteText {
  id: string;
  title: string;
  text: string;
}

/** Terms of a field by their numbers, each with its weight; of unit length. */
export interface TermVector {
  terms: Int32Array;
  weights: Float64Array;
}

/** How often each term stands in a note, title included, in order of appearance. */
export interface TermCounts {
  terms: Int32Array;
  counts: Uint16Array;
}

export interface Terms {
  /** tf-idf by note id */
  vectors: ReadonlyMap<string, TermVector>;
  /** tf-idf as if there were these notes alone */
  vectorsAmong(ids: readonly string[]): ReadonlyMap<string, TermVector>;
  counts: ReadonlyMap<string, TermCounts>;
  /** number of terms */
  size: number;
  stem(term: number): string;
  /** the form of a term that notes use most */
  shown(term: number): string;
  /** undefined: no note has it */
  numberOf(wordStem: string): number | undefined;
}

/** A title speaks for its note more than a word of the text does. */
const titleWeight = 3;
/** Enough of a note's strongest terms to compare notes by; more only costs time. */
const keptTerms = 80;

export interface TermCounter {
  add(note: NoteText): void;
  /** of all that was added; nothing is added after */
  terms(): Terms;
}

/** Stemmed tf-idf (sublinear tf, smooth idf) of a field's notes, which are counted one by one. Numbers instead of words: a hundred thousand notes have tens of millions. */
export function createTermCounter(): TermCounter {
  const lexicon = createLexicon();
  const counts = new Map<string, TermCounts>();
  const keep = { terms: createPool(Int32Array), counts: createPool(Uint16Array) };
  return {
    add: (note) => void counts.set(note.id, countTerms(note, lexicon, keep)),
    terms: () => weighTerms(lexicon, counts),
  };
}

export function termsOf(notes: Iterable<NoteText>): Terms {
  const counter = createTermCounter();
  for (const note of notes) counter.add(note);
  return counter.terms();
}

function vectorsOf(lexicon: Lexicon, counts: ReadonlyMap<string, TermCounts>): Map<string, TermVector> {
  const frequency = new Int32Array(lexicon.stems.length);
  for (const { terms } of counts.values())
    for (const term of terms) frequency[term] = (frequency[term] ?? 0) + 1;
  const weigh = createWeigher(lexicon.stems, { frequency, notes: counts.size });
  return new Map(Array.from(counts, ([id, own]) => [id, weigh(own)] as const));
}

function weighTerms(lexicon: Lexicon, counts: ReadonlyMap<string, TermCounts>): Terms {
  const vectorsAmong = (ids: readonly string[]) =>
    vectorsOf(
      lexicon,
      new Map(
        ids.flatMap((id) => {
          const own = counts.get(id);
          return own === undefined ? [] : [[id, own] as const];
        }),
      ),
    );
  return {
    vectors: vectorsOf(lexicon, counts),
    vectorsAmong,
    counts,
    size: lexicon.stems.length,
    stem: (term) => lexicon.stems[term] ?? '',
    shown: lexicon.shown,
    numberOf: (wordStem) => lexicon.numbers.get(wordStem),
  };
}

/** Cosines of unit vectors with each other, a row a vector. Hundreds of vectors with tens of thousands of terms in a second. */
export function likenessAmong(vectors: readonly TermVector[]): Float64Array[] {
  const own = new Float64Array(sizeFor(vectors));
  return vectors.map(({ terms, weights }) => {
    for (const [at, term] of terms.entries()) own[term] = weights[at] ?? 0;
    const row = Float64Array.from(vectors, (other) => {
      let sum = 0;
      for (let at = 0; at < other.terms.length; at += 1)
        sum += (own[other.terms[at] ?? 0] ?? 0) * (other.weights[at] ?? 0);
      return sum;
    });
    for (const term of terms) own[term] = 0;
    return row;
  });
}

/** Mean of unit vectors, of unit length again; empty for none. */
export function centroidOf(vectors: Iterable<TermVector>): TermVector {
  const sum = new Map<number, number>();
  for (const { terms, weights } of vectors)
    for (let at = 0; at < terms.length; at += 1) {
      const term = terms[at] ?? 0;
      sum.set(term, (sum.get(term) ?? 0) + (weights[at] ?? 0));
    }
  return toUnit(Int32Array.from(sum.keys()), Float64Array.from(sum.values()));
}

/** One more than the highest number of a term in them. */
export function sizeFor(vectors: Iterable<TermVector>): number {
  let size = 0;
  for (const { terms } of vectors) for (const term of terms) if (term >= size) size = term + 1;
  return size;
}

interface Lexicon {
  /** by number */
  stems: readonly string[];
  numbers: ReadonlyMap<string, number>;
  /** Counts a word as it is written; gives its term, -1 for a word that is not counted. */
  add(word: string, weight: number): number;
  shown(term: number): string;
}

function createLexicon(): Lexicon {
  const stems: string[] = [];
  const numbers = new Map<string, number>();
  /** words as they are written */
  const forms = new Map<string, { term: number; used: number }>();
  /** by term, in order of appearance */
  const formsOf: string[][] = [];
  const numberOf = (wordStem: string) => {
    let term = numbers.get(wordStem);
    if (term === undefined) {
      term = stems.length;
      numbers.set(wordStem, term);
      stems.push(wordStem);
      formsOf.push([]);
    }
    return term;
  };
  return {
    stems,
    numbers,
    add(word, weight) {
      let form = forms.get(word);
      if (form === undefined) {
        const wordStem = countedStem(word.toLowerCase());
        form = { term: wordStem === '' ? -1 : numberOf(wordStem), used: 0 };
        forms.set(word, form);
        formsOf[form.term]?.push(word);
      }
      form.used += weight;
      return form.term;
    },
    shown(term) {
      let best = '';
      let most = 0;
      for (const form of formsOf[term] ?? []) {
        const { used = 0 } = forms.get(form) ?? {};
        if (used > most) [best, most] = [form, used];
      }
      return best;
    },
  };
}

const mostCounted = 65_535;

function countTerms(
  { title, text }: NoteText,
  lexicon: Lexicon,
  keep: { terms: Pool<Int32Array>; counts: Pool<Uint16Array> },
): TermCounts {
  const counts = new Map<number, number>();
  const add = (words: string, weight: number) => {
    for (const word of wordsOf(words)) {
      const term = lexicon.add(word.text, weight);
      if (term >= 0) counts.set(term, (counts.get(term) ?? 0) + weight);
    }
  };
  add(title, titleWeight);
  add(text, 1);
  return {
    terms: keep.terms([...counts.keys()]),
    counts: keep.counts(Array.from(counts.values(), (count) => Math.min(count, mostCounted))),
  };
}

/** Empty for a word that is not counted: one letter, digits alone, a word without content. */
function countedStem(word: string): string {
  if (word.length < 2 || saysNothing(word) || /^\p{N}+$/u.test(word)) return '';
  return stem(word);
}

function createWeigher(
  stems: readonly string[],
  { frequency, notes }: { frequency: Int32Array; notes: number },
): (own: TermCounts) => TermVector {
  const keep = { terms: createPool(Int32Array), weights: createPool(Float64Array) };
  const idf = Float64Array.from(frequency, (having) => Math.log((1 + notes) / (1 + having)) + 0.1);
  return ({ terms, counts }) => {
    const weights = Float64Array.from(
      terms,
      (term, at) => (1 + Math.log(counts[at] ?? 1)) * (idf[term] ?? 0),
    );
    const order = Array.from(terms.keys()).sort(
      (a, b) =>
        (weights[b] ?? 0) - (weights[a] ?? 0) ||
        ((stems[terms[a] ?? 0] ?? '') < (stems[terms[b] ?? 0] ?? '') ? -1 : 1),
    );
    const kept = order.slice(0, keptTerms);
    const unit = toUnit(
      Int32Array.from(kept, (at) => terms[at] ?? 0),
      Float64Array.from(kept, (at) => weights[at] ?? 0),
    );
    return { terms: keep.terms(unit.terms), weights: keep.weights(unit.weights) };
  };
}

function toUnit(terms: Int32Array, weights: Float64Array): TermVector {
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  const length = Math.sqrt(squares) || 1;
  return { terms, weights: weights.map((weight) => weight / length) };
}
