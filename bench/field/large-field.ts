import type { FieldGraph, FieldScene } from '../../server/field/field-graph.ts';
import { changedBetween } from '../../server/field/changed-between.ts';
import { fieldView } from '../../server/field/field-view.ts';
import { findPaths } from '../../server/field/find-paths.ts';
import { groupOfMembers } from '../../server/field/group-by.ts';
import { makeFieldGraph } from '../../server/field/make-field-graph.ts';
import type { SettledPlace } from '../../server/field/settle-places.ts';
import type { Settled } from '../../server/field/settle.ts';
import { settleInWorker } from '../../server/field/settle-in-worker.ts';
import { type BenchContext, type Target, target } from '../result.ts';
import { settleInputOf } from './settle-input.ts';

/** Of the notes, this share comes later. */
const late = 0.01;
const asks = 400;
const seedStep = 7919;

/** A generated field: how long its layout takes, what a hundredth of new notes moves, and what the page asks of the field in memory. */
export async function measureLarge(
  { say }: BenchContext,
  { folder, notes }: { folder: string; notes: number },
): Promise<Target[]> {
  const { input, textsOf, days } = await settleInputOf(folder);
  say(`${input.notes.length} notes, ${input.links.length} pairs that are linked`);
  const whole = await timed(() => settleInWorker(input, textsOf));
  say(`whole layout: ${whole.seconds.toFixed(1)} s, ${whole.value.regions.length} regions`);

  const lateIds = new Set(input.notes.slice(-Math.ceil(late * notes)).map(({ id }) => id));
  const isEarly = ({ a, b }: { a: string; b: string }) => !lateIds.has(a) && !lateIds.has(b);
  const first = {
    ...input,
    notes: input.notes.filter(({ id }) => !lateIds.has(id)),
    links: input.links.filter(isEarly),
  };
  const before = await settleInWorker(first, textsOf);
  const placeOf = new Map(before.places.map((place) => [place.id, place]));
  const all = {
    ...input,
    notes: input.notes.map((note) => ({ ...note, place: placeOf.get(note.id) ?? null })),
    earlier: before.regions,
  };
  const grown = await timed(() => settleInWorker(all, textsOf));
  const still = stillShare(placeOf, grown.value.places);
  const field = fieldFrom(input, grown.value, days);
  return [
    target(`whole layout of ${notes} notes`, whole.seconds, ['s', '<=', 240]),
    target('a hundredth more: old notes that move less than 1 % of the diagonal', still, ['', '>=', 0.99]),
    target('a hundredth more: time, to the whole layout', grown.seconds / whole.seconds, ['', '<=', 0.05]),
    ...askField(field),
  ];
}

/** The page's questions to a field in memory: windows at many places and sizes, a period, a path. Milliseconds. */
function askField(field: FieldGraph): Target[] {
  const { box } = fieldView(field, { zoom: 'all' });
  if (box === null) return [];
  const windows = Array.from({ length: asks }, (_, at) => {
    const size = (box.x2 - box.x1) / 2 ** (1 + (at % 6));
    const x1 = box.x1 + ((at * seedStep) % 997) * ((box.x2 - box.x1) / 997);
    const y1 = box.y1 + ((at * seedStep) % 991) * ((box.y2 - box.y1) / 991);
    return { x1, y1, x2: x1 + size, y2: y1 + size };
  });
  const inWindow = windows.map((window) => msOf(() => fieldView(field, { zoom: 'all', window })));
  const ids = field.scenes.map(({ id }) => id as string);
  const paths = Array.from({ length: 40 }, (_, at) => {
    const stops = [ids[(at * seedStep) % ids.length] ?? '', ids[(at * at * seedStep + 1) % ids.length] ?? ''];
    return msOf(() => findPaths(field, stops));
  });
  const period = Array.from({ length: 10 }, () =>
    msOf(() => changedBetween(field, { since: '2024-06-01', until: '2024-07-01' }, () => true)),
  );
  return [
    target(`what is in this window, p95 at ${field.scenes.length} scenes`, p95(inWindow), ['ms', '<=', 30]),
    target('how two notes connect, p95', p95(paths), ['ms', '<=', 500]),
    target('what came in a month, p95', p95(period), ['ms', '<=', 500]),
  ];
}

function stillShare(before: ReadonlyMap<string, SettledPlace>, after: readonly SettledPlace[]): number {
  const [xs, ys] = [[...before.values()].map(({ x }) => x), [...before.values()].map(({ y }) => y)];
  const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Infinity);
  const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), -Infinity);
  const diagonal = Math.hypot(most(xs) - least(xs), most(ys) - least(ys));
  const old = after.filter(({ id }) => before.has(id));
  const still = old.filter(({ id, x, y }) => {
    const place = before.get(id);
    return place !== undefined && Math.hypot(x - place.x, y - place.y) < 0.01 * diagonal;
  });
  return still.length / old.length;
}

function fieldFrom(
  { notes, links }: Awaited<ReturnType<typeof settleInputOf>>['input'],
  { regions, places }: Settled,
  days: ReadonlyMap<string, string>,
): FieldGraph {
  const regionOf = groupOfMembers(regions);
  const placeOf = new Map(places.map((place) => [place.id, place]));
  return makeFieldGraph({
    at: 1,
    scenes: notes.map(({ id, title }) => ({
      id,
      title,
      kind: 'note',
      state: 'present',
      origin: 'vault',
      vaultId: null,
      path: id,
      at: days.get(id) ?? null,
      regionId: regionOf.get(id) ?? null,
      x: placeOf.get(id)?.x ?? null,
      y: placeOf.get(id)?.y ?? null,
    })) as FieldScene[],
    links: links.map(({ a, b, count }) => ({
      from: a,
      to: b,
      kind: 'links_to',
      origins: ['vault'],
      count,
    })) as FieldGraph['links'],
    regions: regions.map((region) => ({ ...region, alike: new Map() })) as never,
    totals: { scenes: notes.length, missing: 0, concepts: 0 },
  });
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
}

function msOf(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(0.95 * values.length)] ?? Number.NaN;
}
