import type { AcceptancePreview } from '../../graph-schema/views/gap.ts';
import type { CountedNotes } from './counted-notes.ts';
import { isWanting, type RegionPair } from './region-matrix.ts';
import { type FieldGraph, neighboursOf } from '../field/field-graph.ts';
import { modularityOf } from '../field/find-regions.ts';
import { pairKey } from './gap-figures.ts';
import { type ZoneOfScenes, zoneAfter } from './zone-after.ts';
import { wantsOf } from './zones.ts';

/** Two scenes that an acceptance would link. */
export interface NewLink {
  fromId: string;
  toId: string;
  /** 0–1, how much of it was expected already */
  chance: number;
}

export interface PreviewInput {
  field: FieldGraph;
  /** hubs and dated notes join nothing; null: too few scenes for a statistic */
  notes: Pick<CountedNotes, 'regionOf'> | null;
  zones: readonly ZoneOfScenes[];
  links: readonly NewLink[];
  /** ids of scenes that would be missing no longer */
  filled?: readonly string[];
  /** ids of two regions whose distance is asked for */
  regions: readonly [string, string] | null;
  /** their cell of the matrix */
  pair: Pick<RegionPair, 'joined' | 'expected' | 'chance' | 'gap'> | null;
}

/** What the field would be like with some more links, and some missing scenes written or found. Chance is taken as it is: a few links hardly move it. */
export function previewAcceptance(input: PreviewInput): AcceptancePreview {
  const { field, notes, zones, links, filled = [], regions, pair } = input;
  const fresh = links.filter(({ fromId, toId }) => {
    const around: ReadonlySet<string> = neighboursOf(field, fromId);
    return fromId !== toId && !around.has(toId);
  });
  const regionOf = (id: string) => field.sceneById.get(id)?.regionId ?? undefined;
  const ties = field.links.map(({ from, to, count }) => ({ a: from, b: to, weight: count }));
  const more = fresh.map(({ fromId, toId }) => ({ a: fromId, b: toId, weight: 1 }));
  const isPlaced = ({ a, b }: { a: string; b: string }) =>
    regionOf(a) !== undefined && regionOf(b) !== undefined;
  const linkedBefore = ties.filter(isPlaced);
  const linkedAfter = [...linkedBefore, ...more.filter(isPlaced)];
  const counts = ({ fromId, toId }: NewLink) =>
    notes === null || (notes.regionOf.has(fromId) && notes.regionOf.has(toId));
  const counted = fresh.filter(counts);
  const countedRegionOf = (id: string) =>
    notes === null || notes.regionOf.has(id) ? regionOf(id) : undefined;
  const now = zones.filter(({ isLit }) => isLit);
  const after = zones.map((zone) => zoneAfter(zone, { links: counted, filled }, regionOf));
  const then = after.filter(({ isLit }) => isLit);
  const nearer = after.flatMap(({ isLit, ...zone }, at) => {
    const wants = { before: wantsOf(zones[at] ?? zone), after: wantsOf(zone) };
    return !isLit && wants.after < wants.before ? [{ name: zone.name, ...wants }] : [];
  });
  return {
    distance: regions && {
      before: distanceBetween(field, regions, []),
      after: distanceBetween(field, regions, fresh),
    },
    joined: regions && {
      before: joinedPairs(ties, regions, countedRegionOf),
      after: joinedPairs([...ties, ...more], regions, countedRegionOf),
    },
    modularity: { before: modularityOf(linkedBefore, regionOf), after: modularityOf(linkedAfter, regionOf) },
    wanting: regions && pair?.chance ? wanting(pair, counted.filter(joins(regions, regionOf))) : null,
    lit: { before: now.map(({ id }) => id), after: then.map(({ id }) => id) },
    lights: then.flatMap(({ id, name }) => (now.some((zone) => zone.id === id) ? [] : [{ id, name }])),
    nearer,
  };
}

/** How many links are wanting between two regions: what was expected of a new one is so no longer, and it is one more that is there. */
function wanting(
  { expected, joined, gap }: Pick<RegionPair, 'expected' | 'joined' | 'gap'>,
  added: readonly NewLink[],
): AcceptancePreview['wanting'] {
  const after = expected - added.reduce((sum, { chance }) => sum + chance, 0);
  return {
    before: expected,
    after: Math.max(0, after),
    closes: gap > 0 && !isWanting(after, joined + added.length),
  };
}

function joins([one, other]: readonly [string, string], regionOf: RegionOf) {
  const wanted = pairKey(one, other);
  return ({ fromId, toId }: NewLink) => pairKey(regionOf(fromId) ?? '', regionOf(toId) ?? '') === wanted;
}

type RegionOf = (id: string) => string | undefined;

function joinedPairs(
  ties: readonly { a: string; b: string }[],
  [one, other]: readonly [string, string],
  regionOf: RegionOf,
): number {
  const wanted = pairKey(one, other);
  const across = ties.filter(({ a, b }) => pairKey(regionOf(a) ?? '', regionOf(b) ?? '') === wanted);
  return new Set(across.map(({ a, b }) => pairKey(a, b))).size;
}

/** Mean number of steps from a note of the first region to the nearest note of the second; null where none gets there. */
function distanceBetween(
  field: FieldGraph,
  [from, to]: readonly [string, string],
  links: readonly NewLink[],
): number | null {
  const more = new Map<string, string[]>();
  for (const { fromId, toId } of links) {
    more.set(fromId, [...(more.get(fromId) ?? []), toId]);
    more.set(toId, [...(more.get(toId) ?? []), fromId]);
  }
  const membersOf = (id: string) =>
    (field.regions.find((region) => region.id === id)?.members ?? []).map((scene): string => scene.id);
  const steps = new Map(membersOf(to).map((id) => [id, 0]));
  const queue = [...steps.keys()];
  for (const id of queue) {
    for (const next of [...neighboursOf(field, id), ...(more.get(id) ?? [])]) {
      if (steps.has(next)) continue;
      steps.set(next, (steps.get(id) ?? 0) + 1);
      queue.push(next);
    }
  }
  const reached = membersOf(from).flatMap((id) => steps.get(id) ?? []);
  return reached.length === 0 ? null : reached.reduce((sum, value) => sum + value, 0) / reached.length;
}
