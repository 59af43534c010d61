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
});

/** How lit each region is. `notes` null: the field is too small for a statistic, so its regions are no zones. */
export function regionZones(field: FieldGraph, notes: CountedNotes | null): Zone[] {
  if (notes === null) return [];
  const calledFor = missingOf(field);
  return field.regions.map((region) => {
    const isIn = (id: string) => field.sceneById.get(id)?.regionId === region.id;
    return judged({
      id: region.id,
      name: region.name,
      kind: 'region',
      scenes: region.members.length,
      ...outwardOf(notes, isIn),
      missing: unique(region.members.flatMap(({ id }) => calledFor.get(id) ?? [])),
    });
  });
}

/** Links that leave a set of notes, the regions they reach, and how many as many would reach by chance. */
function outwardOf(
  { linked, regionOf, regions }: CountedNotes,
  isIn: (id: string) => boolean,
): Pick<Zone, 'joined' | 'reached' | 'chance'> {
  const regionAt = (id: string) => regions[regionOf.get(id) ?? -1] ?? '';
  const outer: string[] = [];
  const ends: string[] = [];
  for (const [a, b] of linked) {
    const [isA, isB] = [isIn(a), isIn(b)];
    if (isA !== isB) outer.push(regionAt(isA ? b : a));
    // where a link from here could end: wherever a link between regions ends
    if (regionAt(a) === regionAt(b)) continue;
    if (!isA) ends.push(regionAt(a));
    if (!isB) ends.push(regionAt(b));
  }
  return { joined: outer.length, reached: [...new Set(outer)], chance: chanceReach(outer.length, ends) };
}

/** How lit each named zone is: by the links of its scenes and what is part of them. */
export async function namedZones(
  graph: Graph,
  zones: readonly KeptZone[],
  { field, notes }: { field: FieldGraph; notes: CountedNotes | null },
): Promise<Zone[]> {
  if (zones.length === 0) return [];
  const ties = z.array(Tie).parse(await graph.read((tx) => tx.run(readZoneTies, { zones })));
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
        ? outwardOf(notes, (one) => inside.has(one))
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
  return { ...zone, isLit: isLit(zone) };
}

/** A zone that hangs by one link is not lit, whatever that link reaches. */
const fewestLinks = 2;

export function isLit({ chance, missing, joined, reached }: Omit<Zone, 'isLit'>): boolean {
  if (missing.length > 0) return false;
  return chance === null ? joined > 0 : joined >= fewestLinks && reached.length >= chance.low;
}

/** The zone with some more links outwards, to these regions. */
export function withLinks(zone: Zone, regions: readonly string[]): Zone {
  const more = { ...zone, joined: zone.joined + regions.length };
  return judged({ ...more, reached: [...new Set([...zone.reached, ...regions])] });
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
