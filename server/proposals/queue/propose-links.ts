import { z } from 'zod';
import { createFindEvidence } from '../evidence/find-evidence.ts';
import { priorVersion } from '../fusion/prior.ts';
import { type Ranker, trainRanker } from '../fusion/ranker.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';
import { type NamedSignal, wordSignals } from '../signals/word-signals.ts';
import type { ProposeDeps, WidestGaps } from '../deps.ts';
import { pairKey } from '../pair-key.ts';
import { type Dropped, countDropped } from './dropped.ts';
import { linkRow, type MadeFrom } from './link-rows.ts';
import type { KeptCorpus } from './keep-corpora.ts';
import type { ProposalRow } from './proposal-row.ts';
import { readTaste } from '../learning/read-taste.ts';
import { judgeRanked } from '../judge/judge-ranked.ts';
import { readDecidedPairs } from './proposals.cypher.ts';
import { type RankedPair, rankLinks } from './rank-links.ts';
import { readEmbedded } from './read-embedded.ts';
import { reorderLinks } from './reorder-links.ts';
import type { Scope } from './scope.ts';
import { storeProposals, tidyQueue } from './write-proposals.ts';

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
  const findEvidence = createFindEvidence(index);
  const run = async (
    signals: readonly NamedSignal[],
    ranker: Ranker,
    made: MadeFrom,
    { most, withinMs, judges, gaps }: RunOptions,
  ) => {
    const keep = async (ranked: readonly RankedPair[], madeFrom: MadeFrom) => {
      const dropped: Dropped = {};
      const rows: ProposalRow[] = [];
      for (const pair of ranked) {
        if (rows.length >= most && !pair.closes) continue;
        const decision = decided.get(pairKey(idOf(index, pair.source), idOf(index, pair.target)));
        const lost = decision === undefined ? [] : lostQuotes(index, decision);
        if (decision !== undefined && lost.length === 0) countDropped(dropped, decision.state);
        else {
          const shown = linkRow(index, pair, findEvidence, madeFrom);
          if ('row' in shown)
            rows.push(lost.length === 0 ? shown.row : { ...shown.row, returnedTexts: lost });
          else countDropped(dropped, shown.dropped);
        }
      }
      const ids = await storeProposals(deps.graph, rows);
      onStored?.(ids);
      return { ids, dropped };
    };
    const found = await rankLinks({
      index,
      signals,
      ranker,
      taste,
      scope: notesOf(index, scope),
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

const Decided = z.object({
  from: z.string(),
  to: z.string(),
  state: z.enum(['accepted', 'rejected']),
  reason: z.string().nullable(),
  texts: z.array(z.string()).nullable(),
  roots: z.array(z.string()).nullable(),
});
type Decided = z.infer<typeof Decided>;

/** A decision holds for the pair in both directions. */
async function readDecided(deps: Pick<ProposeDeps, 'graph'>): Promise<Map<string, Decided>> {
  const rows = await deps.graph.read((tx) => tx.run(readDecidedPairs));
  return new Map(
    z
      .array(Decided)
      .parse(rows)
      .map((decision) => [pairKey(decision.from, decision.to), decision]),
  );
}

/** Said of the pair, whatever is quoted for it. */
const forGood: ReadonlySet<string | null> = new Set(['trivial', 'duplicate']);

/** The quotes of a rejected pair that stand in their notes no longer: it was rejected for words that are gone. None for one that stays decided. */
function lostQuotes({ corpus }: CorpusIndex, { state, reason, texts, roots }: Decided): string[] {
  if (state !== 'rejected' || forGood.has(reason)) return [];
  const textOf = (root: string | undefined) => corpus.notes.find(({ id }) => id === root)?.text;
  return (texts ?? []).filter((words, at) => textOf(roots?.[at])?.includes(words) === false);
}

function unlinkedPairs({ size, out }: CorpusIndex): number {
  return size * (size - 1) - out.reduce((sum, targets) => sum + targets.size, 0);
}

function idOf(index: CorpusIndex, at: number): string {
  return index.corpus.notes[at]?.id ?? '';
}

function notesOf(index: CorpusIndex, { roots }: Scope): ReadonlySet<number> | null {
  if (roots === null) return null;
  return new Set(index.corpus.notes.flatMap((note, at) => (roots.has(note.id) ? [at] : [])));
}
