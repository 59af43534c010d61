import { createFindEvidence } from '../evidence/find-evidence.ts';
import { priorVersion } from '../fusion/prior.ts';
import { type Ranker, trainRanker } from '../fusion/ranker.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';
import { type NamedSignal, wordSignals } from '../signals/word-signals.ts';
import type { ProposeDeps, WidestGaps } from '../deps.ts';
import { type Dropped, countDropped } from './dropped.ts';
import type { MadeFrom } from './link-rows.ts';
import type { KeptCorpus } from './keep-corpora.ts';
import { readTaste } from '../learning/read-taste.ts';
import { judgeRanked } from '../judge/judge-ranked.ts';
import { type RankedPair, type RankInput, rankLinks } from './rank-links.ts';
import { readEmbedded } from './read-embedded.ts';
import { reorderLinks } from './reorder-links.ts';
import type { Scope } from './scope.ts';
import { readDecided, storeLinks } from './store-links.ts';
import { tidyQueue } from './write-proposals.ts';

const seed = 1;
/** What is shown before the weights are fitted to the vault: enough to start deciding. */
const firstBatch = 12;
/** How long the first batch may be looked for, milliseconds: it is there to begin with, the whole field follows. */
const firstLookMs = 400;

export interface ProposeRun {
  scope: Scope;
  /** the scope's notes, read when they are first asked for */
  corpus: () => Promise<KeptCorpus>;
  limit: number;
  signal?: AbortSignal | undefined;
  /** called whenever something new can be shown */
  onStored?: (ids: readonly string[]) => void;
  /** called as all notes are gone through: how many were looked at */
  onLooked?: ((done: number, total: number) => void) | undefined;
}

interface RunOptions extends Pick<ProposeDeps, 'judges'> {
  most: number;
  withinMs?: number;
  gaps?: WidestGaps | undefined;
}

/**
 * Finds links that are missing. First with the shipped weights and without any model, so that the first proposals are there at once; then with weights
 * learned from the vault's own links and the embedding model's signals where its vectors are there.
 */
export async function proposeLinks(
  deps: ProposeDeps,
  { scope, corpus: load, limit, signal, onStored, onLooked }: ProposeRun,
): Promise<{ ids: string[]; dropped: Dropped }> {
  const [kept, decided, taste] = await Promise.all([load(), readDecided(deps), readTaste(deps)]);
  const { index } = kept;
  const store = { index, findEvidence: createFindEvidence(index), decided };
  const run = async (
    signals: readonly NamedSignal[],
    ranker: Ranker,
    made: MadeFrom,
    { most, withinMs, judges, gaps }: RunOptions,
  ) => {
    const keep = async (ranked: readonly RankedPair[], madeFrom: MadeFrom) => {
      const stored = await storeLinks(deps.graph, store, ranked, { ...madeFrom, most });
      onStored?.(stored.ids);
      return stored;
    };
    const found = await rankLinks({
      index,
      signals,
      ranker,
      taste,
      isAsked: pairsOf(index, scope),
      limit: most + decided.size,
      gaps,
      ...(withinMs === undefined
        ? {
            onLooked,
            onRound: async (best) => {
              await keep(best, made);
            },
          }
        : { withinMs }),
      signal,
    });
    const { ranked, models } = await judgeRanked({ ...deps, judges }, { index, ranked: found, signal });
    const kept = await keep(ranked, { ...made, models: [...made.models, ...models] });
    if (kept.ids.length === 0 && ranked.length === 0)
      countDropped(kept.dropped, 'too_weak', unlinkedPairs(index));
    return kept;
  };
  const prior = await trainRanker(index.corpus, wordSignals, { seed })(wordSignals, { refit: false });
  const first = { most: Math.min(limit, firstBatch), withinMs: firstLookMs };
  await run(wordSignals, prior, { weights: priorVersion, models: [], seed }, first);
  const embedded = await readEmbedded(deps, kept, scope.vaultId, signal);
  const signals = [...wordSignals, ...embedded.signals];
  const names = signals.map(({ name }) => name);
  const fitted = await kept.fit({ names, trees: true }, signal);
  const weights = `${priorVersion}+vault`;
  const result = await run(
    signals,
    fitted,
    { weights, models: embedded.models, seed },
    { most: limit, judges: deps.judges, gaps: await deps.widestGaps?.() },
  );
  const stale = await tidyQueue(deps.graph, 'link');
  await reorderLinks(deps);
  for (const [reason, count] of Object.entries(stale)) countDropped(result.dropped, reason, count);
  onStored?.(result.ids);
  return result;
}

function unlinkedPairs({ size, out }: CorpusIndex): number {
  return size * (size - 1) - out.reduce((sum, targets) => sum + targets.size, 0);
}

function pairsOf({ corpus }: CorpusIndex, { roots, toRoots }: Scope): RankInput['isAsked'] {
  if (roots === null) return undefined;
  const placesOf = (ids: ReadonlySet<string>) =>
    new Set(corpus.notes.flatMap(({ id }, at) => (ids.has(id) ? [at] : [])));
  const [ends, others] = [placesOf(roots), toRoots && placesOf(toRoots)];
  const joins = (one: number, other: number) => ends.has(one) && others?.has(other) !== false;
  return (source, target) => joins(source, target) || joins(target, source);
}
