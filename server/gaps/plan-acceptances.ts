import type { GapsView, Zone } from '../../graph-schema/views/gap.ts';
import type { FieldGraph } from '../field/field-graph.ts';
import type { CountedNotes } from './counted-notes.ts';
import { couldClose } from './could-close.ts';
import { pairKey } from './gap-figures.ts';
import type { ClosingProposal } from './make-gaps.ts';
import { withLinks } from './zones.ts';

/** A zone that an acceptance lights counts as much as the largest gap closed whole. */
const litWorth = 1;

/**
 * The fewest acceptances that join the most: one after another the pending link that closes most of what gaps are left, a zone that it lights on top, times the chance that it
 * is wanted, until none joins anything or `most` are chosen. Greedy, so within 1 − 1/e of the best for gaps alone (Nemhauser, Wolsey and Fisher, 1978).
 */
export function planAcceptances(
  field: FieldGraph,
  view: Pick<GapsView, 'matrix' | 'regions' | 'zones'> & { notes: Pick<CountedNotes, 'regionOf'> | null },
  { proposals, most }: { proposals: readonly ClosingProposal[]; most: number },
): ClosingProposal[] {
  const regionOf = (id: string): string => field.sceneById.get(id)?.regionId ?? '';
  const idOf = (at: number): string => view.regions[at]?.id ?? '';
  const sizeOf = (at: number) => view.regions[at]?.scenes ?? 1;
  const left = new Map(
    view.matrix.map(({ from, to, gap }) => [
      pairKey(idOf(from), idOf(to)),
      { gap, step: 1 / Math.sqrt(sizeOf(from) * sizeOf(to)) },
    ]),
  );
  const largest = Math.max(1e-9, ...view.matrix.map(({ gap }) => gap));
  const zones = new Map<string, Zone>(view.zones.map((zone) => [zone.id, zone]));
  const lights = (id: string, other: string): boolean => {
    const zone = zones.get(id);
    return zone !== undefined && !zone.isLit && withLinks(zone, [other]).isLit;
  };
  const worthOf = ({ fromId, toId, chance }: ClosingProposal): number => {
    const [a, b] = [regionOf(fromId), regionOf(toId)];
    const pair = left.get(pairKey(a, b));
    if (a === b || pair === undefined) return 0;
    const lit = Number(lights(a, b)) + Number(lights(b, a));
    return chance * (Math.min(pair.gap, pair.step) + lit * litWorth * largest);
  };
  const waiting = new Set(proposals.filter((proposal) => couldClose(proposal, view.notes)));
  const plan: ClosingProposal[] = [];
  while (plan.length < most) {
    let best: ClosingProposal | null = null;
    let bestWorth = 0;
    for (const proposal of waiting) {
      const worth = worthOf(proposal);
      if (worth > bestWorth) [best, bestWorth] = [proposal, worth];
    }
    if (best === null) break;
    plan.push(best);
    waiting.delete(best);
    const [a, b] = [regionOf(best.fromId), regionOf(best.toId)];
    const pair = left.get(pairKey(a, b));
    if (pair !== undefined) pair.gap -= pair.step;
    for (const [id, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const zone = zones.get(id);
      if (zone !== undefined) zones.set(id, withLinks(zone, [other]));
    }
  }
  return plan;
}
