import type { Graph } from '../../graph/graph.ts';
import { type FitInput, fitRanker } from '../fusion/fit-ranker.ts';
import type { Ranker } from '../fusion/ranker.ts';
import type { Corpus } from '../signals/corpus.ts';
import { buildCorpusIndex, type CorpusIndex } from '../signals/corpus-index.ts';
import { countNotes } from '../focus/focus.cypher.ts';
import { type FocusIndex, readCandidateIndex } from '../focus/read-candidate-index.ts';
import { type CorpusRows, readChangedRows, readCorpusRows, readPartRows } from './corpus-rows.ts';
import { createCorpusMaker } from './make-corpus.ts';
import { createVectorMemory, type VectorMemory } from './vector-memory.ts';

/** The notes of a vault, or of the whole field, with what was worked out from them. It stays as it is; after a change there is another one. */
export interface KeptCorpus {
  readonly corpus: Corpus;
  /** made when it is first asked for */
  readonly index: CorpusIndex;
  readonly vectors: VectorMemory;
  /** Weights fitted to its links: those of before while fewer than a fiftieth of the notes changed since. */
  fit(input: Pick<FitInput, 'names' | 'trees'>, signal?: AbortSignal): Promise<Ranker>;
}

/** Corpora that are kept between questions, and follow the log of changes. */
export interface Corpora {
  /** As the graph is now. `vaultId` null: the whole field */
  read(vaultId: string | null): Promise<KeptCorpus>;
  /** Only these notes, where all would not fit. Weights are those that were fitted to the first part that was asked for. */
  part(vaultId: string | null, ids: readonly string[]): Promise<KeptCorpus>;
  /** How many notes there are. */
  count(vaultId: string | null): Promise<number>;
  /** By what the notes of a large vault are found that a note may want to link. */
  candidates(vaultId: string | null, signal?: AbortSignal): Promise<FocusIndex>;
  /** What was touched after that change is to be read again: an ingest logs what it will touch before it writes. */
  invalidate(since: number): void;
}

/** The vault that is worked on, and the field. */
const mostKept = 2;
const staleShare = 1 / 50;
const seed = 1;

interface Kept {
  rows: CorpusRows;
  make: (rows: CorpusRows) => Corpus;
  corpus: KeptCorpus;
  fits: Fits;
  invalidFrom: number;
}
type Fits = Map<string, { ranker: Ranker; changed: number }>;

export function keepCorpora(graph: Graph): Corpora {
  const kept = new Map<string | null, Kept>();
  const reading = new Map<string | null, Promise<KeptCorpus>>();
  const parts = new Map<string | null, { fits: Fits; vectors: VectorMemory; index: FocusIndex | null }>();
  const partsOf = (vaultId: string | null) => {
    const known = parts.get(vaultId) ?? { fits: new Map(), vectors: createVectorMemory(), index: null };
    parts.set(vaultId, known);
    return known;
  };

  const readAll = async (vaultId: string | null, known: Kept | undefined): Promise<Kept> => {
    const rows = await readCorpusRows(graph, vaultId);
    const make = known?.make ?? createCorpusMaker();
    const fits: Fits = new Map();
    const vectors = known?.corpus.vectors ?? createVectorMemory();
    const corpus = keptCorpus(make(rows), { fits, vectors });
    return { rows, make, fits, corpus, invalidFrom: Infinity };
  };

  const readNow = async (vaultId: string | null): Promise<KeptCorpus> => {
    const known = kept.get(vaultId);
    const since = Math.min(known?.invalidFrom ?? 0, known?.rows.at ?? 0);
    if (known) known.invalidFrom = Infinity;
    try {
      const news = known && (await readChangedRows(graph, known.rows, since));
      const now = news && known ? follow(known, news) : await readAll(vaultId, known);
      // what was said to be invalid meanwhile stays so
      now.invalidFrom = Math.min(now.invalidFrom, known?.invalidFrom ?? Infinity);
      kept.delete(vaultId);
      kept.set(vaultId, now);
      for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
      return now.corpus;
    } catch (error) {
      if (known) known.invalidFrom = Math.min(known.invalidFrom, since);
      throw error;
    }
  };

  return {
    read(vaultId) {
      const found = reading.get(vaultId) ?? readNow(vaultId).finally(() => reading.delete(vaultId));
      reading.set(vaultId, found);
      return found;
    },
    async part(vaultId, ids) {
      const rows = await readPartRows(graph, vaultId, ids);
      return keptCorpus(createCorpusMaker()(rows), partsOf(vaultId));
    },
    async count(vaultId) {
      const [row] = await graph.read((tx) => tx.run(countNotes, { vaultId }));
      return Number(row?.['count'] ?? 0);
    },
    async candidates(vaultId, signal) {
      const own = partsOf(vaultId);
      return (own.index ??= await readCandidateIndex(graph, vaultId, signal));
    },
    invalidate(since) {
      for (const each of kept.values()) each.invalidFrom = Math.min(each.invalidFrom, since);
    },
  };
}

function follow(known: Kept, { rows, changed }: { rows: CorpusRows; changed: number }): Kept {
  if (changed === 0) return { ...known, rows };
  for (const [key, fit] of known.fits) {
    fit.changed += changed;
    if (fit.changed > staleShare * rows.roots.size) known.fits.delete(key);
  }
  const corpus = keptCorpus(known.make(rows), { fits: known.fits, vectors: known.corpus.vectors });
  return { ...known, rows, corpus };
}

function keptCorpus(corpus: Corpus, { fits, vectors }: { fits: Fits; vectors: VectorMemory }): KeptCorpus {
  let index: CorpusIndex | null = null;
  return {
    corpus,
    vectors,
    get index() {
      return (index ??= buildCorpusIndex(corpus));
    },
    async fit({ names, trees }, signal) {
      const key = `${names.join()} ${trees}`;
      const known = fits.get(key);
      if (known) return known.ranker;
      const ranker = await fitRanker({ corpus, names, trees, seed }, signal);
      fits.set(key, { ranker, changed: 0 });
      return ranker;
    },
  };
}
