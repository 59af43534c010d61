import type { ChangedView } from '../../graph-schema/views/changed-view.ts';
import { degreeOf, type FieldGraph, type FieldScene } from './field-graph.ts';
import { joinedPieces } from './joined-pieces.ts';
import { dayNumber, type NumberedField, numberedField } from './numbered-field.ts';

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

/** What of the field is meant at the end of a period: by a scene's number, `there` and, of that, `fresh`; and the links among what is there. */
interface Standing {
  numbered: NumberedField;
  isThere: Uint8Array;
  isFresh: Uint8Array;
  links: number[];
}

/** What came into the field in a period, by the dates of its notes: what they say of themselves, else the file's. */
export function changedBetween(
  field: FieldGraph,
  period: Period,
  isShown: (scene: FieldScene) => boolean,
): ChangedView {
  const { scenes } = field;
  const numbered = numberedField(field);
  const { days, from, to } = numbered;
  const since = period.since === undefined ? 0 : dayNumber(period.since);
  const until = period.until === undefined ? Infinity : dayNumber(period.until);
  const [isThere, isFresh] = [new Uint8Array(scenes.length), new Uint8Array(scenes.length)];
  const fresh: FieldScene[] = [];
  let ofScenes = 0;
  let [first, last]: [FieldScene | null, FieldScene | null] = [null, null];
  let [firstDay, lastDay] = [Infinity, 0];
  for (const [at, scene] of scenes.entries()) {
    const day = days[at] ?? 0;
    if (day === 0 || !isShown(scene)) continue;
    if (day < firstDay) [first, firstDay] = [scene, day];
    if (day > lastDay) [last, lastDay] = [scene, day];
    if (day > until) continue;
    isThere[at] = 1;
    ofScenes += 1;
    if (day < since) continue;
    isFresh[at] = 1;
    fresh.push(scene);
  }
  const links: number[] = [];
  let freshLinks = 0;
  for (let link = 0; link < from.length; link += 1) {
    const [a, b] = [from[link] ?? 0, to[link] ?? 0];
    if (isThere[a] === 0 || isThere[b] === 0) continue;
    links.push(link);
    if (isFresh[a] === 1 || isFresh[b] === 1) freshLinks += 1;
  }
  const standing = { numbered, isThere, isFresh, links };
  return {
    first: first && dayOf(first),
    last: last && dayOf(last),
    scenes: fresh.length,
    ofScenes,
    links: freshLinks,
    regions: regionsIn(field, standing),
    joined: joinedIn(field, standing),
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

function regionsIn(field: FieldGraph, standing: Standing): ChangedView['regions'] {
  const { numbered, isThere, isFresh } = standing;
  const regions = field.regions
    .map(({ members, ...region }, at) => {
      const all = members.map(({ id }) => numbered.numberOf.get(id) ?? 0);
      const there = all.filter((scene) => isThere[scene] === 1);
      const fresh = there.filter((scene) => isFresh[scene] === 1).length;
      return { ...region, at, there, fresh, born: there.length - fresh < bornBelow * there.length };
    })
    .filter(({ fresh }) => fresh > 0)
    .toSorted((a, b) => b.fresh - a.fresh);
  const grown = regions.slice(0, mostTold).filter(({ born }) => !born);
  const within = linksWithin(standing, new Set(grown.map(({ at }) => at)));
  return regions.map(({ id, name, hue, fresh, born, there, at }) => {
    const pieces = joinedPieces(numbered, { members: there, links: within.get(at) ?? [], isFresh });
    return {
      id,
      name,
      hue,
      fresh,
      of: there.length,
      born,
      pieces: pieces.flatMap((piece) => shown(field, piece)),
    };
  });
}

/** A piece is told by its most central scene. */
function shown({ scenes }: FieldGraph, piece: readonly number[]): ChangedView['regions'][number]['pieces'] {
  const main = scenes[piece[0] ?? -1];
  return main === undefined ? [] : [{ id: main.id, title: main.title, notes: piece.length }];
}

/** Links that do not leave their region, of some regions. */
function linksWithin(
  { numbered: { from, to, regions }, links }: Standing,
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, number[]> {
  const within = new Map<number, number[]>([...wanted].map((region) => [region, []]));
  for (const link of links) {
    const region = regions[from[link] ?? 0] ?? -1;
    if (region === regions[to[link] ?? 0]) within.get(region)?.push(link);
  }
  return within;
}

/** Pairs of regions all of whose links are fresh. */
function joinedIn(
  field: FieldGraph,
  { numbered: { from, to, regions }, isFresh, links }: Standing,
): ChangedView['joined'] {
  const idOf = (region: number) => field.regions[region]?.id ?? '';
  const pairs = new Map<number, { one: number; other: number; links: number; isOld: boolean }>();
  for (const link of links) {
    const [a, b] = [from[link] ?? 0, to[link] ?? 0];
    const [one, other] = [regions[a] ?? -1, regions[b] ?? -1];
    if (one < 0 || other < 0 || one === other) continue;
    const key = Math.min(one, other) * field.regions.length + Math.max(one, other);
    const pair = pairs.get(key) ?? { one, other, links: 0, isOld: false };
    pair.links += 1;
    pair.isOld ||= isFresh[a] === 0 && isFresh[b] === 0;
    pairs.set(key, pair);
  }
  return [...pairs.values()]
    .filter(({ isOld }) => !isOld)
    .toSorted((a, b) => b.links - a.links)
    .slice(0, mostJoined)
    .map(({ one, other, links: count }) => {
      const [first = '', second = ''] = [idOf(one), idOf(other)].toSorted();
      return { from: first, to: second, links: count };
    });
}
