import type { CorpusIndex } from './corpus-index.ts';
import { voteBy } from './neighbour-vote.ts';
import type { NamedSignal } from './word-signals.ts';

/** Vector of a text by the text itself; undefined where it was not embedded (yet). */
export type VectorOf = (text: string) => Float32Array | undefined;

/**
 * The signals of an embedding model. Vectors are centred (the mean of all is taken off each) and made unit length again: what every note of a vault shares says nothing.
 */
export function embeddedSignals(vectorOf: VectorOf): readonly NamedSignal[] {
  const fields = new WeakMap<CorpusIndex, EmbeddedNotes>();
  const read = (index: CorpusIndex) => {
    const known = fields.get(index) ?? embedNotes(index, vectorOf);
    fields.set(index, known);
    return known;
  };
  return [
    {
      /** Best cosine of one of the source's passages with the target's title. Range −1…1. */
      name: 'embeddedTitle',
      build: (index) => ({ name: 'embeddedTitle', row: (source) => titleRow(read(index), source) }),
    },
    {
      /** Mean of the three best cosines between the source and notes that already link the target. Range −1…1. */
      name: 'embeddedVote',
      build: (index) => ({
        name: 'embeddedVote',
        row: (source) => voteBy(noteRow(read(index), source), index.in, source),
      }),
    },
    {
      /** Cosine of the two notes' mean passages. Range −1…1. */
      name: 'embeddedNote',
      build: (index) => ({ name: 'embeddedNote', row: (source) => noteRow(read(index), source) }),
    },
  ];
}

interface EmbeddedNotes {
  passages: Float32Array[][];
  titles: (Float32Array | undefined)[];
  notes: (Float32Array | undefined)[];
}

function embedNotes({ corpus }: CorpusIndex, vectorOf: VectorOf): EmbeddedNotes {
  const raw = corpus.notes.map((note) => note.passages.flatMap((passage) => vectorOf(passage.text) ?? []));
  const centre = mean(raw.flat());
  const titles = corpus.notes.map((note) => vectorOf(note.title));
  const titleCentre = mean(titles.filter((title) => title !== undefined));
  const passages = raw.map((vectors) => vectors.map((vector) => centred(vector, centre)));
  return {
    passages,
    titles: titles.map((title) => (title === undefined ? undefined : centred(title, titleCentre))),
    notes: passages.map((vectors) => (vectors.length === 0 ? undefined : unit(mean(vectors)))),
  };
}

function titleRow({ passages, titles }: EmbeddedNotes, source: number): Float64Array {
  return Float64Array.from(titles, (title) =>
    title === undefined ? 0 : Math.max(0, ...(passages[source] ?? []).map((passage) => dot(passage, title))),
  );
}

function noteRow({ notes }: EmbeddedNotes, source: number): Float64Array {
  const own = notes[source];
  return Float64Array.from(notes, (note) => (own === undefined || note === undefined ? 0 : dot(own, note)));
}

function mean(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (const [at, value] of vector.entries()) sum[at] = (sum[at] ?? 0) + value;
  return sum.map((value) => value / (vectors.length || 1));
}

function centred(vector: Float32Array, centre: Float32Array): Float32Array {
  return unit(vector.map((value, at) => value - (centre[at] ?? 0)));
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
