import { z } from 'zod';
import type { Zone } from '../../graph-schema/views/gap.ts';
import type { FieldGraph } from '../field/field-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { chanceReach } from './chance-reach.ts';
import type { CountedNotes } from './counted-notes.ts';
import { pairKey } from './gap-figures.ts';
import type { KeptZone } from './keep-zones.ts';
import { readZoneTies } from './zones.cypher.ts';

const Tie = z.object({
  zoneId: z.string(),
  innerId: z.string(),
  otherId: z.string(),
  otherRoot: z.string(),
  title: z.string(),
  state: z.string(),
  isAccepted: z.boolean(),
});

/** How lit each region is. `notes` null: the field is too small for a statistic, so its regions are no zones. */
export function regionZones(field: FieldGraph, notes: CountedNotes | null): Zone[] {
  if (notes === null) return [];
  const calledFor = missingOf(field);
  const links = linksOf(notes);
  return field.regions.map((region, at) =>
    judged({
      id: region.id,
      name: region.name,
      kind: 'region',
      scenes: region.members.length,
      ...outwardOf(notes, links, (_, place) => place === at),
      missing: unique(region.members.flatMap(({ id }) => calledFor.get(id) ?? [])),
    }),
  );
}

/** A link between two notes, with their regions' places among all. */
interface PlacedLink {
  from: string;
  to: string;
  a: number;
  b: number;
  isGiven: boolean;
}

function linksOf({ linked, given, regionOf }: CountedNotes): PlacedLink[] {
  const isGiven = new Set(given.map(([a, b]) => pairKey(a, b)));
  return linked.map(([from, to]) => ({
    from,
    to,
    a: regionOf.get(from) ?? -1,
    b: regionOf.get(to) ?? -1,
    isGiven: isGiven.has(pairKey(from, to)),
  }));
}

/**
 * Links that leave a set of notes, the regions they reach, and how many as many would reach by chance. What came by accepted proposals reaches like any other but is not
 * dealt: else one more link to where there are some would ask for more regions than before, and a zone would go dark by being joined. `isIn`: of a note and its region's place.
 */
function outwardOf(
  { regions }: CountedNotes,
  links: readonly PlacedLink[],
  isIn: (id: string, place: number) => boolean,
): Pick<Zone, 'joined' | 'reached' | 'chance'> {
  const reached = new Set<number>();
  // where a link from here could end: wherever a link between regions ends
  const ends = new Int32Array(regions.length);
  let joined = 0;
  let dealt = 0;
  for (const { from, to, a, b, isGiven } of links) {
    const [isA, isB] = [isIn(from, a), isIn(to, b)];
    if (isA !== isB) {
      joined += 1;
      dealt += Number(isGiven);
      reached.add(isA ? b : a);
    }
    if (a === b || !isGiven) continue;
    if (!isA) ends[a] = (ends[a] ?? 0) + 1;
    if (!isB) ends[b] = (ends[b] ?? 0) + 1;
  }
  return {
    joined,
    reached: [...reached].map((at) => regions[at] ?? ''),
    chance: chanceReach(dealt, ends),
  };
}

/** How lit each named zone is: by the links of its scenes and what is part of them. `givenOnly`: without links that came by accepted proposals. */
export async function namedZones(
  graph: Graph,
  zones: readonly KeptZone[],
  { field, notes, givenOnly = false }: { field: FieldGraph; notes: CountedNotes | null; givenOnly?: boolean },
): Promise<Zone[]> {
  if (zones.length === 0) return [];
  const rows = z.array(Tie).parse(await graph.read((tx) => tx.run(readZoneTies, { zones })));
  const ties = rows.filter(({ isAccepted }) => !givenOnly || !isAccepted);
  const links = notes === null ? [] : linksOf(notes);
  return zones.map(({ id, name, sceneIds }) => {
    const own = ties.filter(({ zoneId }) => zoneId === id);
    const present = own.filter(({ state }) => state === 'present');
    const inside = new Set(sceneIds);
    // only whole notes have a chance that is counted: a section's links are not dealt
    const isCounted = notes !== null && sceneIds.every((one) => notes.regionOf.has(one));
    const reached = present.flatMap(({ otherRoot }) => field.sceneById.get(otherRoot)?.regionId ?? []);
    return judged({
      id,
      name,
      kind: 'named',
      scenes: sceneIds.length,
      ...(isCounted
        ? outwardOf(notes, links, (one) => inside.has(one))
        : {
            joined: new Set(present.map(({ innerId, otherId }) => pairKey(innerId, otherId))).size,
            reached: [...new Set(reached)],
            chance: null,
          }),
      missing: unique(
        own.filter(({ state }) => state === 'missing').map(({ otherId, title }) => ({ id: otherId, title })),
      ),
    });
  });
}

function judged(zone: Omit<Zone, 'isLit'>): Zone {
  return { ...zone, isLit: wantsOf(zone) === 0 };
}

/** A zone that hangs by one link is not lit, whatever that link reaches. */
const fewestLinks = 2;

/** How many things are wanting until it is lit: scenes to be written, links, regions to be reached. */
export function wantsOf({ chance, missing, joined, reached }: Omit<Zone, 'isLit'>): number {
  const links = Math.max(0, (chance === null ? 1 : fewestLinks) - joined);
  const regions = chance === null ? 0 : Math.max(0, Math.ceil(chance.low) - reached.length);
  // one link may reach one region
  return missing.length + Math.max(links, regions);
}

/** What a zone would be with some more: regions that new links lead to, one for each link, and ids of scenes that are missing no longer. */
export function withMore(
  zone: Zone,
  { regions = [], filled = [] }: { regions?: readonly string[]; filled?: readonly string[] },
): Zone {
  return judged({
    ...zone,
    joined: zone.joined + regions.length,
    reached: [...new Set([...zone.reached, ...regions])],
    missing: zone.missing.filter(({ id }) => !filled.includes(id)),
  });
}

function missingOf(field: FieldGraph): Map<string, { id: string; title: string }[]> {
  const missing = new Map<string, { id: string; title: string }[]>();
  for (const { from, to } of field.links) {
    const target = field.sceneById.get(to);
    if (target?.state !== 'missing') continue;
    missing.set(from, [...(missing.get(from) ?? []), { id: target.id, title: target.title }]);
  }
  return missing;
}

function unique(scenes: readonly { id: string; title: string }[]): { id: string; title: string }[] {
  return [...new Map(scenes.map((scene) => [scene.id, scene])).values()];
}
