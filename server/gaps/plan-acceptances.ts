import type { GapsView } from '../../graph-schema/views/gap.ts';
import type { FieldGraph } from '../field/field-graph.ts';
import type { CountedNotes } from './counted-notes.ts';
import { couldClose } from './could-close.ts';
import { pairKey } from './gap-figures.ts';
import type { ClosingProposal } from './make-gaps.ts';
import { type Acceptance, type ZoneOfScenes, zoneAfter } from './zone-after.ts';
import { wantsOf } from './zones.ts';

/** A zone that acceptances light counts as much as the largest gap closed whole; each takes its share of what was wanting. */
const litWorth = 1;
/** … of a field without gaps. */
const ownWorth = 0.1;

type PlannedView = Pick<GapsView, 'matrix' | 'regions'> & {
  zones: readonly ZoneOfScenes[];
  notes: Pick<CountedNotes, 'regionOf'> | null;
};

/** What one acceptance does to the gaps and zones that are left. */
interface Effect {
  pair: { gap: number; step: number } | undefined;
  /** those that it changes */
  zones: ZoneOfScenes[];
}

/**
 * The fewest acceptances that join the most: one after another the pending proposal that closes most of what gaps are left, and brings zones nearest to being lit, times the chance
 * that it is wanted, until none joins anything or `most` are chosen. Greedy, so within 1 − 1/e of the best for gaps alone (Nemhauser, Wolsey and Fisher, 1978).
 */
export function planAcceptances(
  field: FieldGraph,
  view: PlannedView,
  { proposals, most }: { proposals: readonly ClosingProposal[]; most: number },
): ClosingProposal[] {
  const regionOf = (id: string) => field.sceneById.get(id)?.regionId ?? undefined;
  const left = stepsOf(view);
  const dark = view.zones.filter(({ isLit }) => !isLit);
  const zones = new Map<string, ZoneOfScenes>(dark.map((zone) => [zone.id, zone]));
  const largest = Math.max(...view.matrix.map(({ gap }) => gap), 0) || ownWorth;
  const acceptanceOf = ({ fromId, toId, fills }: ClosingProposal): Acceptance =>
    fills === null ? { links: [{ fromId, toId }], filled: [] } : { links: [], filled: [fills] };
  const waiting = new Set(proposals.filter((proposal) => couldClose(proposal, view.notes)));
  // most of a large field's zones have nothing to do with a proposal
  const touched = new Map(
    [...waiting].map((proposal) => [
      proposal,
      dark.filter((zone) => isChanged(zone, zoneAfter(zone, acceptanceOf(proposal), regionOf))),
    ]),
  );
  const effectOf = (proposal: ClosingProposal): Effect => {
    const [a, b] = [regionOf(proposal.fromId), regionOf(proposal.toId)];
    const isAcross = proposal.fills === null && a !== b;
    return {
      pair: isAcross ? left.get(pairKey(a ?? '', b ?? '')) : undefined,
      zones: (touched.get(proposal) ?? []).map((zone) =>
        zoneAfter(zones.get(zone.id) ?? zone, acceptanceOf(proposal), regionOf),
      ),
    };
  };
  const worthOf = (proposal: ClosingProposal): number => {
    const { pair, zones: after } = effectOf(proposal);
    const lit = after.reduce((sum, zone) => sum + nearer(zones.get(zone.id), zone), 0);
    return proposal.chance * ((pair ? Math.min(pair.gap, pair.step) : 0) + lit * litWorth * largest);
  };
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
    const { pair, zones: after } = effectOf(best);
    if (pair !== undefined) pair.gap = Math.max(0, pair.gap - pair.step);
    for (const zone of after) zones.set(zone.id, zone);
  }
  return plan;
}

function isChanged(before: ZoneOfScenes, after: ZoneOfScenes): boolean {
  return after.joined > before.joined || after.missing.length < before.missing.length;
}

/** By pair of regions: how wide its gap is, and how much of that one link closes. */
function stepsOf({ matrix, regions }: PlannedView): Map<string, { gap: number; step: number }> {
  const idOf = (at: number): string => regions[at]?.id ?? '';
  const sizeOf = (at: number) => regions[at]?.scenes ?? 1;
  return new Map(
    matrix.map(({ from, to, gap }) => [
      pairKey(idOf(from), idOf(to)),
      { gap, step: 1 / Math.sqrt(sizeOf(from) * sizeOf(to)) },
    ]),
  );
}

/** Which part of what a zone wants until it is lit is there after a step, 0–1. */
function nearer(before: ZoneOfScenes | undefined, after: ZoneOfScenes): number {
  const wants = before === undefined ? 0 : wantsOf(before);
  return wants === 0 ? 0 : (wants - wantsOf(after)) / wants;
}
