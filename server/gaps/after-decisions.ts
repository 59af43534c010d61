import type { CountedNotes } from './counted-notes.ts';
import { type GapFigures, pairKey } from './gap-figures.ts';

/** A link between two notes that a person decided. */
export interface DecidedLink {
  fromId: string;
  toId: string;
  /** 0–1, how likely it was held to be wanted */
  chance: number;
  state: 'accepted' | 'rejected';
}

/** What the figures are worth beside decisions: half a link's, the weight of Jeffreys' prior of a rate. */
const ownWeight = 0.5;

/**
 * What is still expected after decisions. A pair that was decided is none that is wanting, so each takes the chance that it had. And where fewer were accepted than
 * were expected to be, less is expected of the rest, too: its rate is that of a Poisson variable with a gamma prior (Gelman, Bayesian Data Analysis, 2.6). An acceptance makes nothing wider.
 */
export function figuresAfter(
  figures: GapFigures,
  notes: CountedNotes,
  decided: readonly DecidedLink[],
): GapFigures {
  const accepted = new Set(notes.accepted.map(([a, b]) => pairKey(a, b)));
  const given = new Set(notes.given.map(([a, b]) => pairKey(a, b)));
  const tallies = new Map<string, { expected: number; accepted: number; rejected: number }>();
  for (const { fromId, toId, chance, state } of decided) {
    const [a, b] = [notes.regionOf.get(fromId), notes.regionOf.get(toId)];
    if (a === undefined || b === undefined || a === b) continue;
    const pair = pairKey(fromId, toId);
    // what notes link is not expected, and what was taken back or linked by hand is not as it was decided
    if (given.has(pair) || accepted.has(pair) !== (state === 'accepted')) continue;
    const key = pairKey(notes.regions[a] ?? '', notes.regions[b] ?? '');
    const tally = tallies.get(key) ?? { expected: 0, accepted: 0, rejected: 0 };
    tallies.set(key, {
      expected: tally.expected + chance,
      accepted: tally.accepted + Number(state === 'accepted'),
      rejected: tally.rejected + Number(state === 'rejected'),
    });
  }
  const after = new Map(figures);
  for (const [key, tally] of tallies) {
    const known = after.get(key);
    if (known?.mass == null) continue;
    const rate = Math.min(1, (ownWeight + tally.accepted) / (ownWeight + tally.expected));
    after.set(key, {
      ...known,
      mass: rate * Math.max(0, known.mass - tally.expected),
      isDoubted: tally.rejected > 0,
    });
  }
  return after;
}
