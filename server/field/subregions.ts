import { findRegions, modularityOf } from './find-regions.ts';
import { groupBy } from './group-by.ts';
import { type KeptRegion, keepRegions } from './keep-regions.ts';
import type { NamedNote } from './name-candidates.ts';
import type { Tie } from './neighbours.ts';
import { nameRegions, type Naming } from './region-names.ts';

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
const mostRuns = 4;
/** Where runs take long, and differ less. */
const manyNotes = 1000;

export interface WholeRegion {
  name: string;
  members: readonly NamedNote[];
  /** among its members */
  ties: readonly Tie[];
  earlier: readonly Subregion[];
}

/**
 * The parts of each region, largest first: communities among its own ties; none where it is small or of one piece. What belongs to no part stays the region's own.
 * A part goes on from the earlier part that it shares most with. No two parts are called the same, and none like a region.
 */
export function findSubregions(
  regions: readonly WholeRegion[],
  { naming, seed }: { naming: Naming; seed: string },
): Subregion[][] {
  const parts = regions.flatMap((region, of) => communitiesOf(region, seed).map((part) => ({ ...part, of })));
  const noteOf = new Map(regions.flatMap(({ members }) => members.map((note) => [note.id, note] as const)));
  const notes = parts.map(({ members }) => members.flatMap((id) => noteOf.get(id) ?? []));
  const keptNames = parts.map(({ earlier }) => earlier?.name ?? null);
  const names = nameRegions(notes, naming, [...keptNames, ...regions.map(({ name }) => name)]);
  const named = parts.map(({ id, members, of }, at) => ({ of, id, members, name: names[at]?.name ?? '' }));
  const byRegion = groupBy(named, ({ of }) => of);
  return regions.map((_, at) => (byRegion.get(at) ?? []).map(({ of: _of, ...part }) => part));
}

function communitiesOf({ members, ties, earlier }: WholeRegion, seed: string): KeptRegion[] {
  if (members.length < fewestNotes) return [];
  const ids = members.map(({ id }) => id);
  const runs = members.length > manyNotes ? 1 : mostRuns;
  const groups = findRegions(ids, ties, { seed: `${seed}/parts`, resolution: 1, runs })
    .filter((group) => group.length >= leastMembers)
    .slice(0, most);
  const groupOf = new Map(groups.flatMap((group, at) => group.map((id) => [id, String(at)] as const)));
  if (groups.length < 2 || modularityOf(ties, (id) => groupOf.get(id)) < leastModularity) return [];
  return keepRegions(
    groups,
    earlier.map((part) => ({ ...part, hue: 0, named: 'signals' })),
  );
}
