import { setImmediate } from 'node:timers/promises';
import { readCandidates } from '../fusion/candidates.ts';
import { type Ranker, scoreCandidates } from '../fusion/ranker.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';
import type { SignalName } from '../signals/signal.ts';
import type { NamedSignal } from '../signals/word-signals.ts';

export interface RankedPair {
  source: number;
  target: number;
  /** log-odds, not calibrated */
  score: number;
  /** what places it in the queue: the score less what its two notes already have there */
  order: number;
  signals: { name: SignalName; z: number; share: number }[];
}

export interface RankInput {
  index: CorpusIndex;
  signals: readonly NamedSignal[];
  ranker: Ranker;
  /** only pairs with one of these notes in them; null: all */
  scope: ReadonlySet<number> | null;
  limit: number;
  /** look no longer than this, milliseconds: the best of the notes reached by then. Default: all of them */
  withinMs?: number;
  signal: AbortSignal | undefined;
}

/** Candidates looked at for each place in the queue. */
const breadth = 8;
/** What each earlier proposal with the same source or target costs, in log-odds: no note fills the queue. */
const crowding = 0.35;
/** The page's requests get their turn this often. */
const longestTurnMs = 20;

/** The most probable pairs that are not linked, one direction a pair, spread over the notes. */
export async function rankLinks(input: RankInput): Promise<RankedPair[]> {
  return spread(await bestPairs(input), input.limit);
}

async function bestPairs({
  index,
  signals,
  ranker,
  scope,
  limit,
  withinMs = Infinity,
  signal,
}: RankInput): Promise<RankedPair[]> {
  const built = signals.map(({ build }) => build(index));
  const most = limit * breadth;
  let best: RankedPair[] = [];
  let floor = -Infinity;
  const startedAt = performance.now();
  let pausedAt = startedAt;
  for (const source of inSpreadOrder(index.size)) {
    signal?.throwIfAborted();
    if (performance.now() - startedAt > withinMs && best.length > limit) break;
    const { targets, columns } = readCandidates(index, built, source);
    const scores = scoreCandidates(ranker, columns, targets.length);
    for (const [at, target] of targets.entries()) {
      const score = scores[at] ?? 0;
      if (score <= floor || (scope !== null && !scope.has(source) && !scope.has(target))) continue;
      const z = columns.map((column) => column[at] ?? 0);
      best.push({ source, target, score, order: score, signals: explain(signals, ranker, z) });
    }
    if (best.length > 2 * most) {
      best = best.toSorted((a, b) => b.score - a.score).slice(0, most);
      floor = best.at(-1)?.score ?? -Infinity;
    }
    if (performance.now() - pausedAt > longestTurnMs) {
      await setImmediate();
      pausedAt = performance.now();
    }
  }
  return oneDirection(best.toSorted((a, b) => b.score - a.score)).slice(0, most);
}

/** Every note once, neighbours in the folder far apart: whoever stops early has seen a bit of everything. */
function inSpreadOrder(size: number): number[] {
  const step = Math.max(1, Math.round(Math.sqrt(size)));
  return Array.from({ length: step }, (_, offset) => offset).flatMap((offset) =>
    Array.from({ length: Math.ceil((size - offset) / step) }, (_, at) => offset + at * step),
  );
}

/** Of A → B and B → A the better one stays. */
function oneDirection(sorted: readonly RankedPair[]): RankedPair[] {
  const seen = new Set<string>();
  return sorted.filter(({ source, target }) => {
    const key = `${Math.min(source, target)} ${Math.max(source, target)}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function spread(pairs: readonly RankedPair[], limit: number): RankedPair[] {
  const used = new Map<number, number>();
  const left = [...pairs];
  const chosen: RankedPair[] = [];
  const costOf = (pair: RankedPair) =>
    crowding * ((used.get(pair.source) ?? 0) + (used.get(pair.target) ?? 0));
  while (chosen.length < limit && left.length > 0) {
    let best = 0;
    let bestOrder = -Infinity;
    for (const [at, pair] of left.entries()) {
      // sorted by score: nothing further down can win
      if (pair.score <= bestOrder) break;
      const order = pair.score - costOf(pair);
      if (order > bestOrder) [best, bestOrder] = [at, order];
    }
    for (const pair of left.splice(best, 1)) {
      chosen.push({ ...pair, order: bestOrder });
      for (const note of [pair.source, pair.target]) used.set(note, (used.get(note) ?? 0) + 1);
    }
  }
  return chosen;
}

/** Each signal's part of what speaks for the pair. */
function explain(
  signals: readonly NamedSignal[],
  { linear }: Ranker,
  z: readonly number[],
): RankedPair['signals'] {
  const parts = z.map((value, at) => Math.max(0, value * (linear.weights[at] ?? 0)));
  const whole = parts.reduce((sum, part) => sum + part, 0) || 1;
  return signals
    .map(({ name }, at) => ({ name, z: z[at] ?? 0, share: (parts[at] ?? 0) / whole }))
    .toSorted((a, b) => b.share - a.share);
}
