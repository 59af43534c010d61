import { buildAllCosines } from './all-cosines.ts';
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
      build: (index) => ({ name: 'embeddedTitle', row: (source) => read(index).titleRow(source) }),
    },
    {
      /** Mean of the three best cosines between the source and notes that already link the target. Range −1…1. */
      name: 'embeddedVote',
      build: (index) => ({
        name: 'embeddedVote',
        row: (source) => voteBy(read(index).noteRow(source), index.in, source),
      }),
    },
    {
      /** Cosine of the two notes' mean passages. Range −1…1. */
      name: 'embeddedNote',
      build: (index) => ({ name: 'embeddedNote', row: (source) => read(index).noteRow(source) }),
    },
  ];
}

interface EmbeddedNotes {
  titleRow(source: number): Float64Array;
  /** the last one asked for is kept, since two signals ask for it in turn */
  noteRow(source: number): Float64Array;
}

function embedNotes({ corpus, size }: CorpusIndex, vectorOf: VectorOf): EmbeddedNotes {
  const raw = corpus.notes.map((note) => note.passages.flatMap((passage) => vectorOf(passage.text) ?? []));
  const centre = mean(raw.flat());
  const titles = corpus.notes.map((note) => vectorOf(note.title));
  const titleCentre = mean(titles.filter((title) => title !== undefined));
  const passages = raw.map((vectors) => vectors.map((vector) => centred(vector, centre)));
  const notes = passages.map((vectors) => (vectors.length === 0 ? undefined : unit(mean(vectors))));
  const withTitles = buildAllCosines(titles.map((title) => title && centred(title, titleCentre)));
  const withNotes = buildAllCosines(notes);
  let last: { source: number; row: Float64Array } | null = null;
  return {
    titleRow(source) {
      const best = new Float64Array(size);
      for (const passage of passages[source] ?? []) {
        const row = withTitles(passage);
        for (let at = 0; at < size; at += 1) if ((row[at] ?? 0) > (best[at] ?? 0)) best[at] = row[at] ?? 0;
      }
      return best;
    },
    noteRow(source) {
      const own = notes[source];
      const row =
        last?.source === source ? last.row : own === undefined ? new Float64Array(size) : withNotes(own);
      last = { source, row };
      return row;
    },
  };
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
