import { setImmediate } from 'node:timers/promises';
import { readCandidates } from '../fusion/candidates.ts';
import { type Ranker, scoreCandidates } from '../fusion/ranker.ts';
import type { Effects } from '../learning/learners.ts';
import { tasteScores } from '../learning/taste-scores.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';
import type { SignalName } from '../signals/signal.ts';
import type { NamedSignal } from '../signals/word-signals.ts';
import type { WidestGaps } from '../deps.ts';
import { placesKey } from '../pair-key.ts';
import { orderQueue } from './order-queue.ts';
import { createReserve } from './reserve.ts';

export interface RankedPair {
  source: number;
  target: number;
  /** log-odds, not calibrated */
  score: number;
  /** the score with what decisions taught */
  worth: number;
  /** what places it in the queue: its worth less what its two notes already have there */
  order: number;
  signals: { name: SignalName; z: number; share: number }[];
  /** it is among the best across one of the widest gaps */
  closes: boolean;
}

export interface RankInput {
  index: CorpusIndex;
  signals: readonly NamedSignal[];
  ranker: Ranker;
  /** what decisions taught */
  taste: Effects;
  /** whether a pair is looked for, by the places of its notes; default all are */
  isAsked?: ((source: number, target: number) => boolean) | undefined;
  limit: number;
  /** gaps whose best pairs are kept whatever the limit; default none */
  gaps?: WidestGaps | undefined;
  /** look no longer than this, milliseconds: the best of the notes reached by then; three times as long where they are too few. Default: all of them */
  withinMs?: number;
  signal: AbortSignal | undefined;
  /** how many of the notes were looked at */
  onLooked?: ((done: number, total: number) => void) | undefined;
  /** what is best so far, every few seconds */
  onRound?: ((best: RankedPair[]) => Promise<void>) | undefined;
}

/** Candidates looked at for each place in the queue. */
const breadth = 8;
/** Below these log-odds, decisions included, two notes are no likelier to want a link than any two taken blindly: not worth a person's look. */
const weakest = -5;
/** How many times `withinMs` is given where too few were found in it. */
const longestLook = 3;
/** A cancel, and what else is asked of this thread, is heard this often. */
const longestTurnMs = 100;
/** The best so far are worth storing this often: a person decides meanwhile. */
const roundMs = 8000;

/** The most probable pairs that are not linked, one direction a pair, spread over the notes; past the limit those that close a gap. */
export async function rankLinks(input: RankInput): Promise<RankedPair[]> {
  return inQueue(await bestPairs(input), input.limit);
}

function inQueue(pairs: readonly FoundPair[], limit: number): RankedPair[] {
  const queue = orderQueue(pairs, limit);
  const chosen = new Set(queue.map(keyOf));
  const closing = pairs.filter((pair) => pair.closes && !chosen.has(keyOf(pair)));
  return [...queue, ...closing.map((pair) => ({ ...pair, order: pair.worth }))];
}

type FoundPair = Omit<RankedPair, 'order'>;

async function bestPairs({
  index,
  signals,
  ranker,
  taste,
  isAsked = () => true,
  limit,
  gaps = { regionOf: new Map(), pairs: [] },
  withinMs = Infinity,
  signal,
  onLooked,
  onRound,
}: RankInput): Promise<FoundPair[]> {
  const built = signals.map(({ build }) => build(index));
  const most = limit * breadth;
  const names = signals.map(({ name }) => name);
  const byWorth = (a: { worth: number }, b: { worth: number }) => b.worth - a.worth;
  const reserve = createReserve<FoundPair>(index, gaps);
  let best: FoundPair[] = [];
  let floor = weakest;
  const startedAt = performance.now();
  let pausedAt = startedAt;
  let roundAt = startedAt;
  let looked = 0;
  const bestSoFar = () => {
    const closing = new Set(reserve.list().map(keyOf));
    const all = oneDirection([...best, ...reserve.list()].toSorted(byWorth));
    return all
      .map((pair) => ({ ...pair, closes: closing.has(keyOf(pair)) }))
      .filter(({ closes }, at) => at < most || closes);
  };
  for (const source of inSpreadOrder(index.size)) {
    signal?.throwIfAborted();
    const spentMs = performance.now() - startedAt;
    if (spentMs > withinMs && (best.length > limit || spentMs > longestLook * withinMs)) break;
    const { targets, columns } = readCandidates(index, built, source);
    const scores = scoreCandidates(ranker, columns, targets.length);
    const tastes = tasteScores(taste, {
      names,
      columns,
      targets: targets.map((at) => index.corpus.notes[at]?.id ?? ''),
    });
    for (const [at, target] of targets.entries()) {
      const score = scores[at] ?? 0;
      const worth = score + (tastes[at] ?? 0);
      if (worth <= weakest || !isAsked(source, target)) continue;
      const closes = reserve.wants(source, target, worth);
      if (worth <= floor && !closes) continue;
      const z = columns.map((column) => column[at] ?? 0);
      const pair = { source, target, score, worth, signals: explain(signals, ranker, z), closes };
      if (worth > floor) best.push(pair);
      if (closes) reserve.keep(pair);
    }
    if (best.length > 2 * most) {
      best = best.toSorted(byWorth).slice(0, most);
      floor = best.at(-1)?.worth ?? weakest;
    }
    looked += 1;
    if (performance.now() - pausedAt > longestTurnMs) {
      onLooked?.(looked, index.size);
      await setImmediate();
      if (onRound && performance.now() - roundAt > roundMs) {
        await onRound(inQueue(bestSoFar(), limit));
        roundAt = performance.now();
      }
      pausedAt = performance.now();
    }
  }
  return bestSoFar();
}

/** Every note once, neighbours in the folder far apart: whoever stops early has seen a bit of everything. */
function inSpreadOrder(size: number): number[] {
  const step = Math.max(1, Math.round(Math.sqrt(size)));
  return Array.from({ length: step }, (_, offset) => offset).flatMap((offset) =>
    Array.from({ length: Math.ceil((size - offset) / step) }, (_, at) => offset + at * step),
  );
}

function keyOf({ source, target }: { source: number; target: number }): string {
  return placesKey(source, target);
}

/** Of A → B and B → A the better one stays. */
function oneDirection<T extends { source: number; target: number }>(sorted: readonly T[]): T[] {
  const seen = new Set<string>();
  return sorted.filter((pair) => {
    const key = keyOf(pair);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Each signal's part of what speaks for the pair. */
export function explain(
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
