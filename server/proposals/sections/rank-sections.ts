import { readCandidates } from '../fusion/candidates.ts';
import { type Ranker, scoreCandidates } from '../fusion/ranker.ts';
import { orderQueue } from '../queue/order-queue.ts';
import { explain, type RankedPair } from '../queue/rank-links.ts';
import type { CorpusIndex } from '../signals/corpus-index.ts';
import type { Signal } from '../signals/signal.ts';
import type { NamedSignal } from '../signals/word-signals.ts';
import type { SectionRow } from './section-corpus.ts';

export interface SectionsInput {
  index: CorpusIndex;
  /** side by side with the corpus */
  sections: readonly SectionRow[];
  signals: readonly NamedSignal[];
  ranker: Ranker;
  limit: number;
}

/** Above what any two sections get, in log-odds. Of ten pairs of a talk's sections above it a reader took nine, of the seven next below it one. */
const leastAbove = 0.2;
/** What it costs two sections, or two turns, in log-odds, that the same holds both: it joins them already. */
const sameHeading = 0.5;

/**
 * The pairs of sections that most want a link, spread over the sections: from the one that names the other, else from the earlier.
 * Each is as good as both of its sections find it: among so few something is always the most alike.
 * Never a part and what holds it, a turn and what is said in the one after it, or what is linked.
 */
export function rankSections({ index, sections, signals, ranker, limit }: SectionsInput): RankedPair[] {
  const built = signals.map(({ build }) => build(index));
  const read = (source: number) => readCandidates(index, built, source);
  const names = namesIn(built);
  const scores = sections.map((_, source) => {
    const { targets, columns } = read(source);
    const found = scoreCandidates(ranker, columns, targets.length);
    return new Map(targets.map((target, at) => [target, found[at] ?? 0]));
  });
  const isOneHeading = new Set(sections.map(({ within }) => within[0])).size < 2;
  const pairs = sections.flatMap((a, one) =>
    sections.slice(one + 1).flatMap((b, after) => {
      const other = one + 1 + after;
      if (isJoined(a, b)) return [];
      const [there, back] = [scores[one]?.get(other) ?? 0, scores[other]?.get(one) ?? 0];
      const isHeld = a.within[0] === b.within[0] && a.kind === b.kind;
      const worth = (there + back) / 2 - (isHeld && !isOneHeading ? sameHeading : 0);
      return worth < ranker.linear.bias + leastAbove
        ? []
        : [{ source: one, target: other, score: worth, worth }];
    }),
  );
  return orderQueue(pairs, limit).map(({ source: one, target: other, ...pair }) => {
    // the same in every search: the two directions are two proposals
    const [source, target] = names(other, one) && !names(one, other) ? [other, one] : [one, other];
    const { targets, columns } = read(source);
    const at = targets.indexOf(target);
    const z = columns.map((column) => column[at] ?? 0);
    return { ...pair, source, target, signals: explain(signals, ranker, z), closes: false };
  });
}

/** Whether a section names another one. */
function namesIn(signals: readonly Signal[]): (source: number, target: number) => boolean {
  const mention = signals.find(({ name }) => name === 'mention');
  return (source, target) => (mention?.row(source)[target] ?? 0) > 0;
}

function isJoined(a: SectionRow, b: SectionRow): boolean {
  return leads(a, b) || leads(b, a);
}

function leads(from: SectionRow, to: SectionRow): boolean {
  const isNext = from.next.some((id) => id === to.id || to.within.includes(id));
  return isNext || from.within.includes(to.id) || from.links.includes(to.id);
}
