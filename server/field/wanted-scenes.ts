import type { Box } from '../../graph-schema/views/field-view.ts';
import { type FieldGraph, type FieldScene, degreeOf, neighboursOf } from './field-graph.ts';
import { homeRegions } from './home-regions.ts';
import { onceAField } from './once-a-field.ts';
import { placeOf } from './place-of.ts';
import { chooseScenes, type ViewSelection } from './view-selection.ts';

/** What a selection asks for before anything is left out for want of room, and the ground that it lies on. */
export interface Wanted {
  scenes: readonly FieldScene[];
  /** field units; null where there is nothing */
  box: Box | null;
  /** how many of them are written notes, by region */
  notes: () => ReadonlyMap<string | null, number>;
  /** the same scenes, the first to be shown first, each beside its place */
  inTurn: () => { scenes: readonly FieldScene[]; xs: Float64Array; ys: Float64Array };
}

/** Selections kept a field: a person who walks asks for the same one again and again. */
const mostKept = 12;

const keptOf = onceAField(() => new Map<string, Wanted>());
export const placesOf = onceAField(
  (field) => new Map(field.scenes.map((scene) => [scene.id as string, placeOf(field, scene)])),
);

export function wantedScenes(field: FieldGraph, selection: ViewSelection): Wanted {
  const key = JSON.stringify(selection);
  const kept = keptOf(field);
  const known = kept.get(key);
  if (known) return known;
  const scenes = chooseScenes(field, selection);
  const wanted = {
    scenes,
    box: boxOf(field, atHome(field, scenes, selection)),
    notes: onceAsked(() => notesByRegion(scenes)),
    inTurn: onceAsked(() => turned(field, scenes)),
  };
  if (kept.size >= mostKept) kept.delete(kept.keys().next().value ?? '');
  kept.set(key, wanted);
  return wanted;
}

/** Neighbours of the scene in focus that are shown with it. */
const mostNear = 40;

/** Where there is no room for all: the scenes in focus wherever they lie, the first with its neighbours, then what lies in the window, as soon as its turn comes. */
export function someOf(
  field: FieldGraph,
  { inTurn }: Wanted,
  {
    window,
    focus = [],
    most,
  }: { window: Box | undefined; focus: readonly string[] | undefined; most: number },
): FieldScene[] {
  const scenesOf = (ids: Iterable<string>) => [...ids].flatMap((id) => field.sceneById.get(id) ?? []);
  const around = turned(field, scenesOf(neighboursOf(field, focus[0] ?? ''))).scenes.slice(0, mostNear);
  const chosen = new Set([...scenesOf(focus), ...around]);
  const { scenes, xs, ys } = inTurn();
  const isInSight = (at: number) => {
    const [x = 0, y = 0] = [xs[at], ys[at]];
    return !window || (x >= window.x1 && x <= window.x2 && y >= window.y1 && y <= window.y2);
  };
  for (let at = 0; at < scenes.length && chosen.size < most; at++)
    if (isInSight(at)) chosen.add(scenes[at] as FieldScene);
  return [...chosen];
}

/** As they are shown where there is no room for all: of these the most linked of each region in turn, so that no region is left out. */
function turned(field: FieldGraph, some: readonly FieldScene[]): ReturnType<Wanted['inTurn']> {
  const taken = new Map<string | null, number>();
  const scenes = some
    .toSorted((a, b) => degreeOf(field, b.id) - degreeOf(field, a.id))
    .map((scene) => {
      const turn = taken.get(scene.regionId) ?? 0;
      taken.set(scene.regionId, turn + 1);
      return { scene, turn };
    })
    // sorting is stable: within a turn the most linked comes first
    .sort((a, b) => a.turn - b.turn)
    .map(({ scene }) => scene);
  const places = placesOf(field);
  return {
    scenes,
    xs: Float64Array.from(scenes, ({ id }) => places.get(id)?.x ?? 0),
    ys: Float64Array.from(scenes, ({ id }) => places.get(id)?.y ?? 0),
  };
}

function notesByRegion(scenes: readonly FieldScene[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const { state, regionId } of scenes)
    if (state === 'present') counts.set(regionId, (counts.get(regionId) ?? 0) + 1);
  return counts;
}

function onceAsked<T>(work: () => T): () => T {
  let known: { value: T } | null = null;
  return () => (known ??= { value: work() }).value;
}

/** Of one vault, what lies in regions that are mostly its own: a few notes among those of another vault would make its ground the whole field. */
function atHome(
  field: FieldGraph,
  scenes: readonly FieldScene[],
  { vaultId }: ViewSelection,
): readonly FieldScene[] {
  if (vaultId === undefined) return scenes;
  const own = homeRegions(field, vaultId);
  const home = scenes.filter(({ regionId }) => regionId !== null && own.has(regionId));
  return home.length > 0 ? home : scenes;
}

function boxOf(field: FieldGraph, scenes: readonly FieldScene[]): Box | null {
  if (scenes.length === 0) return null;
  const places = placesOf(field);
  const box = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  for (const { id } of scenes) {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    box.x1 = Math.min(box.x1, x);
    box.y1 = Math.min(box.y1, y);
    box.x2 = Math.max(box.x2, x);
    box.y2 = Math.max(box.y2, y);
  }
  return box;
}
