import { AppError } from '../../graph-schema/app-error.ts';
import type { SceneId } from '../../graph-schema/ids.ts';
import type { RegionView } from '../../graph-schema/views/region-view.ts';
import { dayOf } from './changed-between.ts';
import {
  degreeOf,
  type FieldGraph,
  type FieldLink,
  type FieldRegionRow,
  type FieldScene,
  neighboursOf,
} from './field-graph.ts';
import { linksOfRegions } from './links-of-regions.ts';
import { partsOf } from './parts-of.ts';

const [mostMain, mostLatest, mostMissing] = [8, 6, 6];
/** Regions that most links lead to, and those that say the most alike. */
const [mostJoined, mostAlike] = [6, 4];

/** What the field in memory knows of a region. @throws AppError not_found */
export function regionFacts(field: FieldGraph, id: string): RegionView {
  const region = field.regions.find((each) => each.id === id);
  if (region === undefined) throw new AppError('not_found', { values: { id } });
  const named = ({ id: sceneId, title }: FieldScene) => ({ id: sceneId, title });
  const notes = region.members.filter(({ state }) => state === 'present');
  const { inside, across } = linksOf(field, id);
  return {
    id: region.id,
    name: region.name,
    hue: region.hue,
    named: region.named,
    describes: region.describes,
    notes: notes.length,
    parts: partsOf(region).flatMap(({ id: partId, name, members: [main, ...others] }) =>
      main === undefined ? [] : [{ id: partId, name, notes: 1 + others.length, main: named(main) }],
    ),
    main: notes.slice(0, mostMain).map((scene) => ({ ...named(scene), links: degreeOf(field, scene.id) })),
    latest: notes
      .flatMap((scene) => {
        const day = dayOf(scene);
        return day === null ? [] : [{ ...named(scene), day }];
      })
      .sort((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0))
      .slice(0, mostLatest),
    missing: missingOf(field, region),
    neighbours: neighboursOfRegion(field, region, across),
    links: { inside, outside: [...across.values()].reduce((sum, links) => sum + links.length, 0) },
  };
}

/** Links within a region, and those to each other one, seen from inside. */
function linksOf(field: FieldGraph, id: string) {
  const across = new Map<string, FieldLink[]>();
  let inside = 0;
  const regionOf = (scene: string) => field.sceneById.get(scene)?.regionId ?? null;
  for (const link of linksOfRegions(field).get(id) ?? []) {
    const [a, b] = [regionOf(link.from), regionOf(link.to)];
    if (a === id && b === id) inside += 1;
    const other = a === id ? b : b === id ? a : null;
    if (other === null || other === id) continue;
    const known = across.get(other);
    const turned = a === id ? link : { ...link, from: link.to, to: link.from };
    if (known) known.push(turned);
    else across.set(other, [turned]);
  }
  return { inside, across };
}

function missingOf(field: FieldGraph, region: FieldRegionRow): RegionView['missing'] {
  const calls = new Map<SceneId, number>();
  for (const { id } of region.members)
    for (const other of neighboursOf(field, id))
      if (field.sceneById.get(other)?.state === 'missing') calls.set(other, (calls.get(other) ?? 0) + 1);
  return [...calls]
    .map(([id, count]) => ({ id, title: field.sceneById.get(id)?.title ?? '', calls: count }))
    .sort((a, b) => b.calls - a.calls || (a.title < b.title ? -1 : 1))
    .slice(0, mostMissing);
}

function neighboursOfRegion(
  field: FieldGraph,
  region: FieldRegionRow,
  across: ReadonlyMap<string, readonly FieldLink[]>,
): RegionView['neighbours'] {
  const others = field.regions
    .filter(({ id }) => id !== region.id)
    .map((other) => ({
      other,
      links: across.get(other.id) ?? [],
      alike: region.alike.get(other.id) ?? other.alike.get(region.id) ?? null,
    }));
  const joined = others
    .filter(({ links }) => links.length > 0)
    .sort((a, b) => b.links.length - a.links.length)
    .slice(0, mostJoined);
  const alike = others
    .filter((each) => (each.alike ?? 0) > 0 && !joined.includes(each))
    .sort((a, b) => (b.alike ?? 0) - (a.alike ?? 0))
    .slice(0, mostAlike);
  return [...joined, ...alike].flatMap(({ other, links, alike: likeness }) => {
    const ends = endsOf(field, links) ?? mainEnds(region, other);
    if (ends === null) return [];
    const { id, name, hue } = other;
    return [{ id, name, hue, links: links.length, alike: likeness, ends }];
  });
}

/** Of the links between two regions the one whose ends are joined to most. */
function endsOf(field: FieldGraph, links: readonly FieldLink[]): [SceneId, SceneId] | null {
  let best: [SceneId, SceneId] | null = null;
  let most = -1;
  for (const { from, to } of links) {
    const weight = degreeOf(field, from) + degreeOf(field, to);
    if (weight > most) [best, most] = [[from, to], weight];
  }
  return best;
}

function mainEnds(one: FieldRegionRow, other: FieldRegionRow): [SceneId, SceneId] | null {
  const [a, b] = [one.members[0], other.members[0]];
  return a === undefined || b === undefined ? null : [a.id, b.id];
}
