import { groupBy, groupOfMembers } from './group-by.ts';
import { smallField } from './needs-layout.ts';
import type { Tie } from './neighbours.ts';
import { regionTies } from './region-ties.ts';
import type { Settled, SettledRegion, SettleInput, SettleNote, TextsOf } from './settle.ts';
import { settlePlaces } from './settle-places.ts';
import { countNotes } from './count-notes.ts';

/** So many may join before regions are looked for anew: what they would make of the whole is not seen here. */
const mostJoined = 0.05;
/** Members of a region that speak for it. */
const speakers = 20;
/** A note that came may be tied to others that did: each round takes it further from what was there. */
const rounds = 3;

/** A vault of so many notes, none of which was there, has regions of its own. */
const ownRegions = 40;

/** Whether what came since the last layout is so little of a large field that it joins what is there. */
export function mayJoin({ notes, earlier }: SettleInput): boolean {
  const present = notes.filter(({ isPresent }) => isPresent);
  const isFresh = ({ place, hasJoined }: SettleNote) => place === null || hasJoined === true;
  const fresh = present.filter(isFresh);
  const vaults = groupBy(present, ({ vaultId }) => vaultId);
  const isNewVault = (own: readonly SettleNote[]) => own.length >= ownRegions && own.every(isFresh);
  return (
    present.length > smallField &&
    earlier.length > 0 &&
    fresh.length <= present.length * mostJoined &&
    ![...vaults.values()].some(isNewVault)
  );
}

/**
 * Takes notes that came since into the regions of the last layout: each into the one to which links and likeness to its main notes tie it most,
 * placed by what it is tied to. Everything else stays: regions, their names and parts, and where notes are. Reads the texts of what came and of
 * each region's main notes only. What is tied to no region is in none.
 */
export async function joinField(input: SettleInput, textsOf: TextsOf): Promise<Settled> {
  const { notes, links } = input;
  const noteOf = new Map(notes.map((note) => [note.id, note]));
  const earlier = input.earlier.map((region) => ({
    ...region,
    members: region.members.filter((id) => noteOf.get(id)?.isPresent),
  }));
  const regionOf = groupOfMembers(earlier);
  const isNew = ({ id, place, isPresent }: SettleNote) => isPresent && place === null && !regionOf.has(id);
  const fresh = notes.filter(isNew);
  const freshIds = new Set(fresh.map(({ id }) => id));
  const main = earlier
    .flatMap(({ members }) => members.slice(0, speakers))
    .flatMap((id) => noteOf.get(id) ?? []);
  const { vectors } = await countNotes([...fresh, ...main], textsOf);
  const unplaced = new Set(notes.filter(({ place }) => place === null).map(({ id }) => id));
  const ties = regionTies(
    vectors,
    links.filter(({ a, b }) => unplaced.has(a) || unplaced.has(b)),
  ).filter(({ a, b }) => unplaced.has(a) || unplaced.has(b));
  const homes = findHomes(freshIds, ties, regionOf);
  const joinedBefore = notes.filter(({ hasJoined }) => hasJoined).map(({ id }) => id);
  const joining = groupBy(homes, ([, region]) => region);
  const regions = earlier.map((region): SettledRegion => {
    const came = (joining.get(region.id) ?? []).map(([id]) => id);
    const parts = region.parts ?? [];
    const inPart = findHomes(new Set(came), ties, groupOfMembers(parts));
    const joiningPart = groupBy(inPart, ([, part]) => part);
    return {
      ...region,
      describes: region.describes ?? [],
      alike: region.alike ?? [],
      members: [...region.members, ...came],
      parts: parts.map((part) => ({
        ...part,
        members: [...part.members, ...(joiningPart.get(part.id) ?? []).map(([id]) => id)],
      })),
    };
  });
  return { regions, places: settlePlaces(notes, ties, regions), joined: [...joinedBefore, ...homes.keys()] };
}

/** For each of `ids` the group to which it is tied most, of those that its ties already lie in. */
function findHomes(
  ids: ReadonlySet<string>,
  ties: readonly Tie[],
  groupOf: ReadonlyMap<string, string>,
): Map<string, string> {
  const own = groupBy(
    ties.flatMap(({ a, b, weight }) => [
      ...(ids.has(a) ? [{ id: a, other: b, weight }] : []),
      ...(ids.has(b) ? [{ id: b, other: a, weight }] : []),
    ]),
    ({ id }) => id,
  );
  const homes = new Map<string, string>();
  for (let round = 0; round < rounds; round += 1) {
    const found = new Map<string, string>();
    for (const [id, tied] of own) {
      const pulls = new Map<string, number>();
      for (const { other, weight } of tied) {
        const group = groupOf.get(other) ?? homes.get(other);
        if (group !== undefined) pulls.set(group, (pulls.get(group) ?? 0) + weight);
      }
      const [strongest] = [...pulls].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1));
      if (strongest !== undefined) found.set(id, strongest[0]);
    }
    for (const [id, group] of found) homes.set(id, group);
  }
  return homes;
}
