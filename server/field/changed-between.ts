import type { ChangedView } from '../../graph-schema/views/changed-view.ts';
import { degreeOf, type FieldGraph, type FieldScene } from './field-graph.ts';
import { groupBy } from './group-by.ts';
import { joinedPieces } from './joined-pieces.ts';

/** Days as `2026-11-29`, both within. */
export interface Period {
  since?: string | undefined;
  until?: string | undefined;
}

const mostMain = 40;
const mostJoined = 20;
/** Regions that are looked at for what they grew together from. */
const mostTold = 12;
/** A region that had less than this share of its scenes before the period was born in it. */
const bornBelow = 0.2;

export function dayOf({ at }: FieldScene): string | null {
  return at === null ? null : at.slice(0, 10);
}

export function isWithin(day: string | null, { since, until }: Period): boolean {
  return day !== null && (since === undefined || day >= since) && (until === undefined || day <= until);
}

/** What came into the field in a period, by the dates of its notes: what they say of themselves, else the file's. */
export function changedBetween(
  field: FieldGraph,
  period: Period,
  isShown: (scene: FieldScene) => boolean,
): ChangedView {
  const dated = field.scenes.filter((scene) => scene.at !== null && isShown(scene));
  const days = { first: null as string | null, last: null as string | null };
  for (const scene of dated) {
    const day = dayOf(scene);
    if (day === null) continue;
    if (days.first === null || day < days.first) days.first = day;
    if (days.last === null || day > days.last) days.last = day;
  }
  const fresh = dated.filter((scene) => isWithin(dayOf(scene), period));
  const isFresh = new Set<string>(fresh.map(({ id }) => id));
  const untilEnd = dated.filter((scene) => isWithin(dayOf(scene), { until: period.until }));
  const isThere = new Set<string>(untilEnd.map(({ id }) => id));
  const links = field.links.filter(({ from, to }) => isThere.has(from) && isThere.has(to));
  return {
    ...days,
    scenes: fresh.length,
    ofScenes: untilEnd.length,
    links: links.filter(({ from, to }) => isFresh.has(from) || isFresh.has(to)).length,
    regions: regionsIn(field, { isFresh, isThere, links }),
    joined: joinedIn(field, links, isFresh),
    main: fresh
      .toSorted((a, b) => degreeOf(field, b.id) - degreeOf(field, a.id))
      .slice(0, mostMain)
      .map((scene) => ({
        id: scene.id,
        title: scene.title,
        day: dayOf(scene) ?? '',
        regionId: scene.regionId,
      })),
  };
}

function regionsIn(
  field: FieldGraph,
  {
    isFresh,
    isThere,
    links,
  }: { isFresh: ReadonlySet<string>; isThere: ReadonlySet<string>; links: FieldGraph['links'] },
): ChangedView['regions'] {
  const regions = field.regions
    .map(({ members, ...region }) => {
      const there = members.filter((scene) => isThere.has(scene.id));
      const fresh = there.filter((scene) => isFresh.has(scene.id)).length;
      return { ...region, there, fresh, born: there.length - fresh < bornBelow * there.length };
    })
    .filter(({ fresh }) => fresh > 0)
    .toSorted((a, b) => b.fresh - a.fresh);
  const grown = regions.slice(0, mostTold).filter(({ born }) => !born);
  const within = linksWithin(field, links, new Set(grown.map(({ id }) => id)));
  return regions.map(({ id, name, hue, fresh, born, there }) => ({
    id,
    name,
    hue,
    fresh,
    of: there.length,
    born,
    pieces: joinedPieces(there, within.get(id) ?? [], (one) => isFresh.has(one)),
  }));
}

/** Links that do not leave their region, of some regions. */
function linksWithin(field: FieldGraph, links: FieldGraph['links'], regionIds: ReadonlySet<string>) {
  const regionOf = (id: string) => field.sceneById.get(id)?.regionId ?? '';
  return groupBy(
    links.filter(({ from, to }) => regionIds.has(regionOf(from)) && regionOf(from) === regionOf(to)),
    ({ from }) => regionOf(from),
  );
}

/** Pairs of regions all of whose links are fresh. */
function joinedIn(
  field: FieldGraph,
  links: FieldGraph['links'],
  isFresh: ReadonlySet<string>,
): ChangedView['joined'] {
  const ids = field.regions.map(({ id }) => id).toSorted();
  const placeOf = new Map<string | null | undefined, number>(ids.map((id, at) => [id, at]));
  const regionAt = (id: string) => placeOf.get(field.sceneById.get(id)?.regionId) ?? -1;
  const pairs = new Map<number, { from: number; to: number; links: number; isOld: boolean }>();
  for (const { from, to } of links) {
    const [a, b] = [regionAt(from), regionAt(to)];
    if (a < 0 || b < 0 || a === b) continue;
    const [first, second] = a < b ? [a, b] : [b, a];
    const key = first * ids.length + second;
    const pair = pairs.get(key) ?? { from: first, to: second, links: 0, isOld: false };
    pair.links += 1;
    pair.isOld ||= !isFresh.has(from) && !isFresh.has(to);
    pairs.set(key, pair);
  }
  return [...pairs.values()]
    .filter(({ isOld }) => !isOld)
    .toSorted((a, b) => b.links - a.links)
    .slice(0, mostJoined)
    .map(({ from, to, links: count }) => ({ from: ids[from] ?? '', to: ids[to] ?? '', links: count }));
}
