import { joinField, mayJoin } from './join-field.ts';
import type { Place } from './place-groups.ts';
import { findRegions } from './find-regions.ts';
import { groupBy, groupOfMembers } from './group-by.ts';
import { type EarlierRegion, type KeptRegion, keepRegions, overlapOf } from './keep-regions.ts';
import type { Tie } from './neighbours.ts';
import { countNotes } from './count-notes.ts';
import type { NamedNote } from './name-candidates.ts';
import { partByVault } from './part-by-vault.ts';
import { nameRegions, type Naming } from './region-names.ts';
import { regionTies } from './region-ties.ts';
import { seed, settlePlaces, type SettledPlace } from './settle-places.ts';
import { findSubregions, type Subregion } from './subregions.ts';
import { centroidOf, likenessAmong, type Terms } from './terms.ts';

/** One root scene of the field; one that is not `present` has no text and gets a place but no region. */
export interface SettleNote {
  id: string;
  title: string;
  /** `null`: what no vault holds */
  vaultId: string | null;
  isPresent: boolean;
  /** folders of its file, outermost first */
  folders: string[];
  place: Place | null;
  /** a person holds it at its place, whatever else moves */
  isPinned?: boolean;
  /** it came after its region was found */
  hasJoined?: boolean;
}

export interface SettleInput {
  notes: SettleNote[];
  /** distinct pairs of root scenes with the number of links between them, both directions together */
  links: { a: string; b: string; count: number }[];
  earlier: (EarlierRegion & Partial<Pick<SettledRegion, 'parts' | 'describes' | 'alike'>>)[];
}

/** Markdown of some notes, in their order. Asked for a few at a time: the texts of a large field never lie in memory together. */
export type TextsOf = (ids: readonly string[]) => Promise<readonly string[]>;

export interface SettledRegion {
  id: string;
  name: string;
  named: 'signals' | 'person';
  hue: number;
  describes: string[];
  members: string[];
  /** likeness (cosine of tf-idf centroids, 0–1) to each other region, most alike first */
  alike: { id: string; likeness: number }[];
  /** what it is made of, largest first; empty where it is of one piece */
  parts: Subregion[];
}

export interface Settled {
  regions: SettledRegion[];
  places: SettledPlace[];
  /** notes that were taken into regions of an earlier layout; none where these were found anew */
  joined: string[];
}

/** A little finer than modularity's own scale (γ = 1); finer still, regions no longer hold when links come and go. */
export const resolution = 1.3;
/** A region that changed more than this gets a new name, unless a person named it. */
const sameName = 0.5;
/** Kept on each region; beyond them regions have next to nothing in common. */
const mostAlike = 60;

/**
 * Regions, their names and everybody's position, from texts and links. The same input gives the same answer. A few that came to a large field join
 * what is there.
 */
export async function settle(input: SettleInput, textsOf: TextsOf): Promise<Settled> {
  return mayJoin(input) ? joinField(input, textsOf) : settleAnew(input, textsOf);
}

async function settleAnew(input: SettleInput, textsOf: TextsOf): Promise<Settled> {
  const present = input.notes.filter((note) => note.isPresent);
  const terms = await countNotes(present, textsOf);
  const ties = regionTies(terms.vectors, input.links);
  const own = tiesByVault(present, input.links, { ties, terms });
  const ownTies = own.flatMap(({ ties: within }) => within);
  const groups = own
    .flatMap(({ ids, ties: within }) => findRegions(ids, within, { seed, resolution }))
    .sort(largestFirst);
  const vaults = new Map(present.map(({ id, vaultId }) => [id, vaultId]));
  const vaultOf = (id: string) => vaults.get(id) ?? null;
  const kept = keepRegions(groups, input.earlier);
  const regionOf = groupOfMembers(kept);
  const members = namedMembers(kept, present, centralityWithin(ownTies, regionOf));
  const named = nameKept(kept, members, { terms, vaultOf });
  const within = groupBy(
    ownTies.filter(({ a, b }) => regionOf.get(a) === regionOf.get(b)),
    ({ a }) => regionOf.get(a),
  );
  const regions = withParts(named, input.earlier, { members, within, naming: { terms, vaultOf } });
  return { regions, places: settlePlaces(input.notes, ties, regions), joined: [] };
}

/** What regions are found from in each vault, as if it were the only one: what it says often, and so is of little weight, is told by its own notes. */
function tiesByVault(
  present: readonly SettleNote[],
  links: SettleInput['links'],
  { ties, terms }: { ties: readonly Tie[]; terms: Terms },
): { ids: string[]; ties: Tie[] }[] {
  const parts = partByVault(present, links);
  return parts.map((ids) => {
    const isOwn = new Set(ids);
    const within = <Pair extends { a: string; b: string }>(pairs: readonly Pair[]) =>
      pairs.filter(({ a, b }) => isOwn.has(a) && isOwn.has(b));
    return {
      ids,
      ties: parts.length === 1 ? within(ties) : regionTies(terms.vectorsAmong(ids), within(links)),
    };
  });
}

function largestFirst(one: readonly string[], other: readonly string[]): number {
  return other.length - one.length || ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1);
}

/** Members of each region as names are made of them. */
function namedMembers(
  regions: readonly KeptRegion[],
  notes: readonly SettleNote[],
  centrality: ReadonlyMap<string, number>,
): NamedNote[][] {
  const noteOf = new Map(notes.map((note) => [note.id, note]));
  return regions.map(({ members }) =>
    members.map((id): NamedNote => {
      const { title = '', folders = [] } = noteOf.get(id) ?? {};
      return { id, title, folders, centrality: centrality.get(id) ?? 0 };
    }),
  );
}

function nameKept(
  kept: readonly KeptRegion[],
  named: readonly NamedNote[][],
  { terms, vaultOf }: Naming,
): Omit<SettledRegion, 'parts'>[] {
  const isKept = kept.map(
    ({ earlier, members }) =>
      earlier !== null && (earlier.named === 'person' || overlapOf(members, earlier.members) >= sameName),
  );
  const keptNames = kept.map(({ earlier }, index) => (isKept[index] ? (earlier?.name ?? null) : null));
  const names = nameRegions(named, { terms, vaultOf }, keptNames);
  const alike = likenessAmong(
    kept.map(({ members }) => centroidOf(members.flatMap((member) => terms.vectors.get(member) ?? []))),
  );
  return kept.map(({ id, hue, members, earlier }, index) => ({
    id,
    alike: alikeOf(kept, { index, row: alike[index] ?? new Float64Array() }),
    hue,
    members: [...members],
    name: names[index]?.name ?? '',
    describes: names[index]?.describes ?? [],
    named: isKept[index] ? (earlier?.named ?? 'signals') : 'signals',
  }));
}

function withParts(
  regions: readonly Omit<SettledRegion, 'parts'>[],
  earlier: SettleInput['earlier'],
  field: {
    members: readonly NamedNote[][];
    /** ties by the region that they do not leave */
    within: ReadonlyMap<string | undefined, readonly Tie[]>;
    naming: Naming;
  },
): SettledRegion[] {
  const partsOf = new Map(earlier.map(({ id, parts = [] }) => [id, parts]));
  const parts = findSubregions(
    regions.map(({ id, name }, at) => ({
      name,
      members: field.members[at] ?? [],
      ties: field.within.get(id) ?? [],
      earlier: partsOf.get(id) ?? [],
    })),
    { naming: field.naming, seed },
  );
  return regions.map((region, at) => ({ ...region, parts: parts[at] ?? [] }));
}

function alikeOf(
  regions: readonly { id: string }[],
  { index, row }: { index: number; row: Float64Array },
): SettledRegion['alike'] {
  return regions
    .map(({ id }, at) => ({ id, likeness: row[at] ?? 0 }))
    .filter((_, at) => at !== index)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, mostAlike);
}

/** Sum of the weights of each note's ties to notes of its own region. */
export function centralityWithin(
  ties: readonly Tie[],
  regionOf: ReadonlyMap<string, string>,
): Map<string, number> {
  const centrality = new Map<string, number>();
  for (const { a, b, weight } of ties) {
    if (regionOf.get(a) === undefined || regionOf.get(a) !== regionOf.get(b)) continue;
    centrality.set(a, (centrality.get(a) ?? 0) + weight);
    centrality.set(b, (centrality.get(b) ?? 0) + weight);
  }
  return centrality;
}
