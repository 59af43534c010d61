import type { Decision } from '../../server/proposals/learning/decision.ts';
import { learn, tasteOf } from '../../server/proposals/learning/learn.ts';
import { createCalibration } from '../../server/proposals/eval/calibration.ts';
import { orderQueue } from '../../server/proposals/queue/order-queue.ts';
import type { Candidate, World } from './world.ts';

/** What a simulated person wants to be shown. */
export const wants = {
  vault: ({ isLink }: Candidate) => isLink,
  'no hubs': ({ isLink, isToHub }: Candidate) => isLink && !isToHub,
  'no links within a folder': ({ isLink, isInFolder }: Candidate) => isLink && !isInFolder,
} as const;
export type Want = keyof typeof wants;

/** What orders the queue beside the signals: nothing, what was decided so far, or the person's taste known from the start (no learning can do better). */
export type By = 'nothing' | 'learning' | 'knowing';

const perRound = 10;
export const rounds = 10;
const noise = 0.1;
/** Pairs of a half that can be proposed at all: the best by worth. */
const breadth = 600;
const first = 30;

export interface Course {
  /** after 0, 10, 20 … decisions: share of the first thirty on the notes never shown that the person wants */
  p30: number[];
  /** of the wanted ones among all candidates of their source, after all decisions */
  mrr: number;
  /** share of decisions 11… that were truly wanted */
  accepted: number;
  /** calibration error among the surest 2 % of the notes never shown, after all decisions */
  calibration: number;
  /** the slowest refit, seconds */
  refit: number;
}

type Worth = (candidate: Candidate) => number;

/** A hundred decisions, ten a round; one in ten is answered the other way. */
export async function decide(world: World, want: Want, by: By): Promise<Course> {
  const isWanted = wants[want];
  const decided = new Set<string>();
  const decisions: Decision[] = [];
  const course: Course = { p30: [], mrr: 0, accepted: 0, calibration: 0, refit: 0 };
  const random = world.random();
  let accepted = 0;
  let worth: Worth = ({ score }) => score;
  if (by === 'knowing') worth = (each) => each.score - (isWanted({ ...each, isLink: true }) ? 0 : 9);
  const open = (candidates: readonly Candidate[]) => candidates.filter((each) => !decided.has(pairOf(each)));
  for (let round = 0; round <= rounds; round += 1) {
    course.p30.push(share(queue(open(world.kept), worth, first), isWanted));
    if (round === rounds) break;
    for (const candidate of queue(open(world.shown), worth, perRound)) {
      const isTrue = isWanted(candidate);
      if (round > 0 && isTrue) accepted += 1;
      decided.add(pairOf(candidate));
      decisions.push({ ...candidate, accepted: random() < noise ? !isTrue : isTrue, count: 1 });
    }
    if (by !== 'learning') continue;
    const startedAt = performance.now();
    const taste = await learn(decisions);
    course.refit = Math.max(course.refit, (performance.now() - startedAt) / 1000);
    worth = (each) => each.score + tasteOf(taste, each);
  }
  const left = open(world.kept);
  const calibration = createCalibration();
  calibration.add(
    left.map(worth),
    left.map(({ isOwnWay }) => isOwnWay),
  );
  course.calibration = calibration.read();
  course.mrr = meanReciprocalRank(open(world.kept), worth, isWanted);
  course.accepted = accepted / (perRound * (rounds - 1));
  return course;
}

function pairOf({ from, to }: Candidate): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

/** The queue of the product over these candidates: of the two directions the better one, spread over the notes. */
function queue(candidates: readonly Candidate[], worth: Worth, count: number): Candidate[] {
  const seen = new Set<string>();
  const best = candidates
    .map((each) => ({ each, source: each.from, target: each.to, worth: worth(each) }))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, breadth)
    .filter(({ each }) => !seen.has(pairOf(each)) && seen.add(pairOf(each)));
  return orderQueue(best, count).map(({ each }) => each);
}

function meanReciprocalRank(
  candidates: readonly Candidate[],
  worth: Worth,
  isWanted: (candidate: Candidate) => boolean,
): number {
  const bySource = new Map<number, { worth: number; isWanted: boolean }[]>();
  for (const each of candidates) {
    const own = bySource.get(each.from) ?? [];
    own.push({ worth: worth(each), isWanted: isWanted(each) });
    bySource.set(each.from, own);
  }
  const reciprocals = [...bySource.values()].flatMap((own) =>
    own.toSorted((a, b) => b.worth - a.worth).flatMap((each, at) => (each.isWanted ? [1 / (at + 1)] : [])),
  );
  return reciprocals.reduce((sum, value) => sum + value, 0) / (reciprocals.length || 1);
}

function share(candidates: readonly Candidate[], isWanted: (candidate: Candidate) => boolean): number {
  return candidates.filter(isWanted).length / (candidates.length || 1);
}
