import { stemsOf } from '../../../models/words/stem.ts';
import { type Corpus, type CorpusNote, linkedTargets } from './corpus.ts';
import { type SparseVector, type TfIdf, buildCosines, buildTfIdf } from './tf-idf.ts';

/** What several signals share, computed once from a corpus. */
export interface CorpusIndex {
  corpus: Corpus;
  size: number;
  /** distinct link targets of each note, and the notes that link it */
  out: readonly ReadonlySet<number>[];
  in: readonly ReadonlySet<number>[];
  tfIdf: TfIdf;
  /** each note's title and words */
  vectors: readonly SparseVector[];
  /** tf-idf cosine of a note with every note; the last one asked for is kept, since several signals ask for it in turn */
  alike(source: number): Float64Array;
}

export function buildCorpusIndex(corpus: Corpus): CorpusIndex {
  const size = corpus.notes.length;
  const out = corpus.notes.map((note, at) => linkedTargets(note, at));
  const incoming = corpus.notes.map(() => new Set<number>());
  for (const [source, targets] of out.entries()) for (const target of targets) incoming[target]?.add(source);
  const documents = corpus.notes.map((note) => [
    ...stemsOf(note.title),
    ...note.words.map((word) => word.stem),
  ]);
  const tfIdf = buildTfIdf(documents);
  const vectors = documents.map((stems) => tfIdf.vector(stems));
  const cosines = buildCosines(vectors);
  let last: { source: number; row: Float64Array } | null = null;
  const alike = (source: number) => {
    const row = last?.source === source ? last.row : cosines(vectors[source] ?? new Map());
    last = { source, row };
    return row;
  };
  return { corpus, size, out, in: incoming, tfIdf, vectors, alike };
}

/** The names a note goes by, as stems. */
export function namesOf(note: CorpusNote): string[][] {
  return [note.title, ...note.aliases].map(stemsOf).filter((stems) => stems.length > 0);
}
