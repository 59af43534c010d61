import { findRegions, modularityOf } from './find-regions.ts';
import { keepRegions } from './keep-regions.ts';
import type { NamedNote } from './name-candidates.ts';
import type { Tie } from './neighbours.ts';
import { nameRegions } from './region-names.ts';
import type { Terms } from './terms.ts';

/** A part of a region that holds together more than the rest of it. */
export interface Subregion {
  id: string;
  name: string;
  members: readonly string[];
}

/** A smaller region is taken in at a glance. */
const fewestNotes = 40;
const leastMembers = 6;
const most = 12;
/** Below this a region is of one piece. */
const leastModularity = 0.25;
const runs = 4;

/**
 * The parts of a region, largest first: communities among its own ties; none where it is small or of one piece. What belongs to no part stays the region's own.
 * A part goes on from the earlier part that it shares most with.
 */
export function findSubregions(
  { name, members, earlier }: { name: string; members: readonly NamedNote[]; earlier: readonly Subregion[] },
  { ties, terms, seed }: { ties: readonly Tie[]; terms: Terms; seed: string },
): Subregion[] {
  if (members.length < fewestNotes) return [];
  const ids = members.map(({ id }) => id);
  const groups = findRegions(ids, ties, { seed: `${seed}/parts`, resolution: 1, runs })
    .filter((group) => group.length >= leastMembers)
    .slice(0, most);
  const groupOf = new Map(groups.flatMap((group, at) => group.map((id) => [id, String(at)] as const)));
  if (groups.length < 2 || modularityOf(ties, (id) => groupOf.get(id)) < leastModularity) return [];
  const noteOf = new Map(members.map((note) => [note.id, note]));
  const kept = keepRegions(
    groups,
    earlier.map((part) => ({ ...part, hue: 0, named: 'signals' })),
  );
  const notes = kept.map((part) => part.members.flatMap((id) => noteOf.get(id) ?? []));
  const names = nameRegions(notes, terms, [...kept.map((part) => part.earlier?.name ?? null), name]);
  return kept.map(({ id, members: own }, at) => ({ id, name: names[at]?.name ?? '', members: own }));
}
