import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import type {
  Box,
  FieldEdge,
  FieldNode,
  FieldRegion,
  FieldView,
} from '../../graph-schema/views/field-view.ts';
import { dayOf } from './changed-between.ts';
import { groupBy } from './group-by.ts';
import { outline, type Point } from './hull.ts';
import {
  degreeOf,
  type FieldGraph,
  type FieldRegionRow,
  type FieldScene,
  speakersIn,
} from './field-graph.ts';
import { homeRegions } from './home-regions.ts';
import { linksOfVaults } from './links-of-vaults.ts';
import { isSettling } from './needs-layout.ts';
import { onceAField } from './once-a-field.ts';
import { partsOf } from './parts-of.ts';
import { mainScenes, type ViewSelection } from './view-selection.ts';
import { placesOf, someOf, wantedScenes } from './wanted-scenes.ts';

/** Nodes and edges of one view together, whatever the field's size. */
export const mostElements = 1500;
const nodeShare = 0.4;
/** Ground around the outermost notes of a region, field units. */
const hullMargin = 40;
const mostCurrents = 200;

export interface ViewInput extends ViewSelection {
  /** only what lies here, where not all of the selection can be shown */
  window?: Box | undefined;
  /** scenes that a person has before them: they are shown wherever they lie, the first with its neighbours */
  focus?: readonly string[] | undefined;
}

/** What the map shows: regions with their currents always, scenes and links by zoom and selection, never more than `limit` elements. */
export function fieldView(field: FieldGraph, input: ViewInput, limit = mostElements): FieldView {
  const main = mainOf(field);
  const { scenes, edges, box, isWhole } = shownIn(field, input, limit);
  const own = input.vaultId === undefined ? undefined : linksOfVaults(field).get(input.vaultId);
  const regions = regionsIn(field, input.vaultId);
  const { window: _, focus: __, ...selection } = input;
  const chosen = wantedScenes(field, selection).notes();
  return {
    at: field.at,
    box,
    isWhole,
    notes: countNotes(field, chosen, input.vaultId),
    nodes: scenes.map((scene) => nodeOf(field, scene, main.has(scene.id))),
    edges,
    regions: isSifted(input) ? withChosen(regions, chosen) : regions,
    currents: currentsOf(field),
    totals: {
      scenes: field.totals.scenes,
      links: own?.links ?? field.links.length,
      missing: own?.missing ?? field.totals.missing,
      concepts: field.totals.concepts,
      regions: field.regions.length,
    },
    speakers: allSpeakers(field),
    settling: isSettling(field),
  };
}

/** Only some notes of each region are asked for. */
function isSifted({ since, until, role, speaker }: ViewInput): boolean {
  return [since, until, role, speaker].some((value) => value !== undefined);
}

/** Written notes of each vault; talks with the field are none. */
const notesOfVaults = onceAField((field) => {
  const counts = new Map<string | null, number>();
  for (const { state, vaultId } of field.scenes)
    if (state === 'present' && vaultId !== conversationsVaultId)
      counts.set(vaultId, (counts.get(vaultId) ?? 0) + 1);
  return counts;
});

function countNotes(
  field: FieldGraph,
  chosen: ReadonlyMap<string | null, number>,
  vaultId: string | undefined,
) {
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
  const vaults = notesOfVaults(field);
  return {
    chosen: sum(chosen.values()),
    of: vaultId === undefined ? sum(vaults.values()) : (vaults.get(vaultId) ?? 0),
  };
}

function withChosen(
  regions: readonly FieldRegion[],
  chosen: ReadonlyMap<string | null, number>,
): FieldRegion[] {
  return regions.map((region) => ({ ...region, chosen: chosen.get(region.id) ?? 0 }));
}

/** The scenes and links of a view. */
export function shownIn(
  field: FieldGraph,
  { window, focus, ...selection }: ViewInput,
  limit = mostElements,
): { scenes: readonly FieldScene[]; edges: FieldEdge[]; box: Box | null; isWhole: boolean } {
  const wanted = wantedScenes(field, selection);
  const { scenes, box } = wanted;
  const all = scenes.length <= limit ? edgesAmong(field, scenes) : null;
  if (all !== null && scenes.length + all.length <= limit) return { scenes, edges: all, box, isWhole: true };
  const some = someOf(field, wanted, { window, focus, most: Math.floor(limit * nodeShare) });
  const edges = strongest(field, edgesAmong(field, some), limit - some.length);
  return { scenes: some, edges, box, isWhole: false };
}

const mainOf = onceAField(
  (field) => new Set<string>(field.regions.flatMap((region) => mainScenes(region).map(({ id }) => id))),
);
const regionsOf = onceAField((field) => field.regions.map((region) => regionOf(field, region)));

function regionsIn(field: FieldGraph, vaultId: string | undefined): FieldRegion[] {
  if (vaultId === undefined) return regionsOf(field);
  const home = homeRegions(field, vaultId);
  return regionsOf(field).filter(({ id }) => home.has(id));
}

/** Links between each two regions, strongest first. */
export const currentsOf = onceAField((field): FieldView['currents'] => {
  const ids = field.regions.map(({ id }) => id).toSorted();
  const placeOf = new Map<string | null | undefined, number>(ids.map((id, at) => [id, at]));
  const links = new Map<number, number>();
  for (const link of field.links) {
    const from = placeOf.get(field.sceneById.get(link.from)?.regionId);
    const to = placeOf.get(field.sceneById.get(link.to)?.regionId);
    if (from === undefined || to === undefined || from === to) continue;
    const pair = Math.min(from, to) * ids.length + Math.max(from, to);
    links.set(pair, (links.get(pair) ?? 0) + 1);
  }
  return [...links]
    .sort(([, a], [, b]) => b - a)
    .slice(0, mostCurrents)
    .flatMap(([pair, count]) => {
      const [from, to] = [ids[Math.floor(pair / ids.length)], ids[pair % ids.length]];
      return from === undefined || to === undefined ? [] : [{ from, to, links: count }];
    });
});

function placeIn(field: FieldGraph, { id }: FieldScene): { x: number; y: number } {
  return placesOf(field).get(id) ?? { x: 0, y: 0 };
}

function nodeOf(field: FieldGraph, scene: FieldScene, isMain: boolean): FieldNode {
  const { id, title, kind, state, origin, regionId, vaultId, pinned } = scene;
  return {
    id,
    title,
    kind,
    state,
    origin,
    regionId,
    vaultId,
    day: dayOf(scene),
    ...placeIn(field, scene),
    degree: degreeOf(field, id),
    main: isMain,
    speakers: [...speakersIn(field, id)],
    pinned,
  };
}

/** Names that a menu can hold. */
const mostSpeakers = 40;

const allSpeakers = onceAField((field): FieldView['speakers'] => {
  const byName = new Map<string, FieldView['speakers'][number]>();
  for (const speaker of [...field.speakers.values()].flat()) {
    const key = `${speaker.role} ${speaker.name}`;
    const known = byName.get(key) ?? { ...speaker, scenes: 0 };
    known.scenes += 1;
    byName.set(key, known);
  }
  return [...byName.values()].sort((a, b) => b.scenes - a.scenes).slice(0, mostSpeakers);
});

function regionOf(field: FieldGraph, region: FieldRegionRow): FieldRegion {
  // one that a person holds elsewhere does not stretch the ground
  const free = region.members.filter(({ pinned }) => !pinned);
  const points = pointsOf(field, free.length > 0 ? free : region.members);
  const hull = outline(points, hullMargin);
  const middle = middleOf(points);
  return {
    id: region.id,
    name: region.name,
    hue: region.hue,
    scenes: region.members.filter(({ state }) => state === 'present').length,
    x: middle[0],
    y: middle[1],
    hull,
    main: mainScenes(region).map(({ id, title }) => ({ id, title })),
    describes: region.describes,
    parts: partsOf(region).map(({ id, name, members }) => {
      const [x, y] = middleOf(pointsOf(field, members));
      return { id, name, scenes: members.length, x, y };
    }),
  };
}

function pointsOf(field: FieldGraph, scenes: readonly FieldScene[]): Point[] {
  return scenes.map((scene) => {
    const { x, y } = placeIn(field, scene);
    return [x, y];
  });
}

const linksFrom = onceAField((field) => groupBy(field.links, ({ from }) => from));

function edgesAmong(field: FieldGraph, scenes: readonly FieldScene[]): FieldEdge[] {
  const shown = new Set<string>(scenes.map(({ id }) => id));
  const links = linksFrom(field);
  return scenes
    .flatMap(({ id }) => links.get(id) ?? [])
    .filter(({ to }) => shown.has(to))
    .map((link) => ({ id: `${link.from}>${link.kind}>${link.to}`, ...link }));
}

/** Links of several voices or many places first, then those between scenes with few links: they tell more. */
function strongest(field: FieldGraph, edges: readonly FieldEdge[], most: number): FieldEdge[] {
  const rarity = ({ from, to }: FieldEdge) => 1 / (1 + Math.min(degreeOf(field, from), degreeOf(field, to)));
  return edges
    .map((edge) => ({ edge, weight: edge.origins.length + Math.log(edge.count) + rarity(edge) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ edge }) => edge);
}

function middleOf(points: readonly Point[]): Point {
  const sum = points.reduce((total, [x, y]): Point => [total[0] + x, total[1] + y], [0, 0]);
  const round = (value: number) => Math.round(value / Math.max(1, points.length));
  return [round(sum[0]), round(sum[1])];
}
