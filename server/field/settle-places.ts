import { arrange } from './arrange.ts';
import { groupBy, groupOfMembers } from './group-by.ts';
import type { Tie } from './neighbours.ts';
import { median } from './median.ts';
import { type Place, radiusFor } from './place-groups.ts';
import type { SettleNote } from './settle.ts';

export interface SettledPlace {
  id: string;
  x: number;
  y: number;
}

/** Of everything that is drawn by lot: one field, one map. */
export const seed = 'scenefield';
/** With more new notes than this share, a new map is drawn: patching the old one would crowd it. */
const newShare = 0.5;
/** A note farther from the middle of its region than so many of the radii that the region needs has strayed; */
const farOut = 1.6;
/** with more than this share of them the regions are not those that the map was drawn for. */
const strayShare = 0.3;

/** Everybody's place: what has one keeps it, unless most is new or lies about in strange regions; what a person pinned keeps it always. A scene in no region lies with those that call it. */
export function settlePlaces(
  notes: readonly SettleNote[],
  ties: readonly Tie[],
  regions: readonly { id: string; members: readonly string[] }[],
): SettledPlace[] {
  const groupOf = groupOfMembers(regions);
  for (const [id, region] of homesOf(notes, ties, groupOf)) groupOf.set(id, region);
  const placed = (some: readonly SettleNote[]) =>
    new Map(some.flatMap((note) => (note.place ? [[note.id, note.place] as const] : [])));
  const known = placed(notes);
  const isPatch = notes.length - known.size <= notes.length * newShare && lieTogether(regions, known);
  const places = arrange({
    ids: notes.map((note) => note.id),
    ties,
    groupOf,
    fixed: isPatch ? known : placed(notes.filter(({ isPinned }) => isPinned)),
    seed,
  });
  return Array.from(places, ([id, { x, y }]) => ({ id, x, y }));
}

/** Whether most notes lie with their own region. */
function lieTogether(
  regions: readonly { members: readonly string[] }[],
  known: ReadonlyMap<string, Place>,
): boolean {
  let strays = 0;
  let placed = 0;
  for (const { members } of regions) {
    const own = members.flatMap((id) => known.get(id) ?? []);
    const middle = { x: median(own.map(({ x }) => x)), y: median(own.map(({ y }) => y)) };
    const reach = farOut * radiusFor(members.length);
    strays += own.filter(({ x, y }) => Math.hypot(x - middle.x, y - middle.y) > reach).length;
    placed += own.length;
  }
  return strays <= placed * strayShare;
}

/** A scene outside the regions (missing, gone) lies with most of those that call it. */
function homesOf(
  notes: readonly SettleNote[],
  ties: readonly Tie[],
  groupOf: ReadonlyMap<string, string>,
): Map<string, string> {
  const isHomeless = new Set(notes.filter((note) => !groupOf.has(note.id)).map((note) => note.id));
  const calls = ties.flatMap(({ a, b }) => [
    ...(isHomeless.has(a) ? [{ id: a, region: groupOf.get(b) }] : []),
    ...(isHomeless.has(b) ? [{ id: b, region: groupOf.get(a) }] : []),
  ]);
  const homes = new Map<string, string>();
  for (const [id, own] of groupBy(calls, (call) => call.id)) {
    const byRegion = groupBy(own, (call) => call.region);
    byRegion.delete(undefined);
    const [most] = [...byRegion].sort(
      (x, y) => y[1].length - x[1].length || ((x[0] ?? '') < (y[0] ?? '') ? -1 : 1),
    );
    if (most?.[0] !== undefined) homes.set(id, most[0]);
  }
  return homes;
}
