import { degreeOf, type FieldGraph } from './field-graph.ts';
import { eachLink, numberedField } from './numbered-field.ts';
import { onceAField } from './once-a-field.ts';

/** Ids of root scenes, from one end to the other. */
export interface FoundPath {
  kind: 'shortest' | 'strongest' | 'through';
  ids: string[];
}

const mostShortest = 3;
/** A path that tells more may be so many steps longer than the shortest. */
const detour = 2;
/** Scenes of a region that are tried as the one to pass, nearest first. */
const mostMiddles = 20;

/**
 * Paths by way of root scenes in the order they are given, over links in either direction: the shortest (at most three), and the strongest where that is
 * another: a link that is said often counts for more, a scene that everybody links to for less. Empty where there is none.
 */
export function findPaths(field: FieldGraph, stops: readonly string[]): FoundPath[] {
  const { numberOf } = numberedField(field);
  const places = stops.map((id) => numberOf.get(id) ?? -1);
  if (places.includes(-1)) return [];
  const legs = places.slice(1).map((to, at) => {
    const ends = { from: places[at] ?? 0, to };
    const steps = stepsFrom(field, ends.from, { until: to });
    return {
      shortest: pathsBack(field, steps, ends),
      strongest: strongestPath(field, ends, steps[to] ?? -1),
    };
  });
  if (legs.length === 0 || legs.some(({ shortest }) => shortest.length === 0)) return [];
  const ways = legs.length === 1 ? (legs[0]?.shortest.length ?? 0) : 1;
  const shortest = Array.from({ length: ways }, (_, way) => join(legs.map((leg) => leg.shortest[way] ?? [])));
  const strongest = join(legs.map((leg) => leg.strongest));
  const isNew = !shortest.some((path) => path.join() === strongest.join());
  return [
    ...shortest.map((path): FoundPath => ({ kind: 'shortest', ids: idsOf(field, path) })),
    ...(isNew ? [{ kind: 'strongest' as const, ids: idsOf(field, strongest) }] : []),
  ];
}

/** The shortest path between two root scenes that passes a region; null where there is none. */
export function findPathThrough(
  field: FieldGraph,
  { from, to, regionId }: { from: string; to: string; regionId: string },
): FoundPath | null {
  const { numberOf } = numberedField(field);
  const [start, end] = [numberOf.get(from), numberOf.get(to)];
  if (start === undefined || end === undefined) return null;
  const [ahead, back] = [stepsFrom(field, start), stepsFrom(field, end)];
  const stepsBy = (at: number) =>
    isReached(ahead, at) && isReached(back, at) ? (ahead[at] ?? 0) + (back[at] ?? 0) : Infinity;
  const members = field.regions.find(({ id }) => id === regionId)?.members ?? [];
  const nearest = members
    .map(({ id }) => numberOf.get(id) ?? -1)
    .filter((at) => at !== start && at !== end && stepsBy(at) < Infinity)
    .toSorted((a, b) => stepsBy(a) - stepsBy(b))
    .slice(0, mostMiddles);
  for (const middle of nearest) {
    // there and back by the same scenes is no path
    const path = shortestPaths(field, start, middle)
      .flatMap((leg) => shortestPaths(field, middle, end).map((rest) => join([leg, rest])))
      .find((scenes) => new Set(scenes).size === scenes.length);
    if (path) return { kind: 'through', ids: idsOf(field, path) };
  }
  return null;
}

interface Ends {
  from: number;
  to: number;
}

/** By a scene's number its steps from where it began; -1: not reached. */
type Steps = Int32Array;

function isReached(steps: Steps, at: number): boolean {
  return (steps[at] ?? -1) >= 0;
}

/** Shortest paths between two root scenes, a few of them; empty when there is none. */
function shortestPaths(field: FieldGraph, from: number, to: number): number[][] {
  return pathsBack(field, stepsFrom(field, from, { until: to }), { from, to });
}

/** The same where the steps from the one end are known. */
function pathsBack(field: FieldGraph, steps: Steps, { from, to }: Ends): number[][] {
  if (!isReached(steps, to)) return [];
  let open: number[][] = [[to]];
  while (open[0] && open[0][0] !== from) {
    open = open.flatMap((path) => stepsBack(field, steps, path)).slice(0, mostShortest);
  }
  return open;
}

/** The path, each time one step longer, by way of all neighbours that are one step nearer; those with few links first. */
function stepsBack(field: FieldGraph, steps: Steps, path: readonly number[]): number[][] {
  const [first = 0] = path;
  const nearer = new Set<number>();
  eachLink(numberedField(field), first, (other) => {
    if (steps[other] === (steps[first] ?? 0) - 1) nearer.add(other);
  });
  const idOf = (at: number) => field.scenes[at]?.id ?? '';
  return [...nearer]
    .toSorted((a, b) => degreeOf(field, idOf(a)) - degreeOf(field, idOf(b)) || (idOf(a) < idOf(b) ? -1 : 1))
    .map((at) => [at, ...path]);
}

/** Steps from a root scene to all that it reaches; no further than the one asked for, or than `most` steps. */
function stepsFrom(
  field: FieldGraph,
  from: number,
  { until, most = Infinity }: { until?: number; most?: number } = {},
): Steps {
  const numbered = numberedField(field);
  const steps = new Int32Array(field.scenes.length).fill(-1);
  steps[from] = 0;
  let rim = [from];
  for (let step = 1; rim.length > 0 && step <= most; step += 1) {
    if (until !== undefined && isReached(steps, until)) break;
    const next: number[] = [];
    for (const at of rim)
      eachLink(numbered, at, (other) => {
        if (isReached(steps, other)) return;
        steps[other] = step;
        next.push(other);
      });
    rim = next;
  }
  return steps;
}

/** What one step costs: less where the link is said often or by several, more by way of a scene with many links. */
const costsOf = onceAField((field) => ({
  link: Float64Array.from(field.links, ({ count, origins, kind }) => {
    const isNamed = kind !== 'links_to' && kind !== 'mentions';
    return 1 / (1 + Math.log2(count) + (origins.length - 1) + (isNamed ? 1 : 0));
  }),
  by: Float64Array.from(field.scenes, ({ id }) => 0.25 * Math.log2(1 + degreeOf(field, id))),
}));

/** A path to a scene, as its last step. */
interface Way {
  at: number;
  cost: number;
  before: Way | null;
}

/** Of all paths at most two steps longer than the shortest (so many steps; -1: there is none) the one that costs least; empty where there is none. */
function strongestPath(field: FieldGraph, { from, to }: Ends, shortest: number): number[] {
  if (shortest < 0) return [];
  const most = shortest + detour;
  const left = stepsFrom(field, to, { most });
  const [numbered, costs] = [numberedField(field), costsOf(field)];
  let rim = new Map<number, Way>([[from, { at: from, cost: 0, before: null }]]);
  let best: Way | undefined;
  for (let step = 1; step <= most; step += 1) {
    const next: typeof rim = new Map();
    for (const way of rim.values())
      eachLink(numbered, way.at, (other, link) => {
        const rest = left[other] ?? -1;
        if (rest < 0 || rest > most - step) return;
        const cost = way.cost + (costs.link[link] ?? 0) + (other === to ? 0 : (costs.by[other] ?? 0));
        // what costs more than a whole path, or than another to the same scene, leads to none that is better
        if (cost >= (best?.cost ?? Infinity) || cost >= (next.get(other)?.cost ?? Infinity)) return;
        if (!hasPassed(way, other)) next.set(other, { at: other, cost, before: way });
      });
    best = next.get(to) ?? best;
    next.delete(to);
    rim = next;
  }
  return best === undefined ? [] : scenesOf(best);
}

function hasPassed(way: Way, at: number): boolean {
  for (let step: Way | null = way; step !== null; step = step.before) if (step.at === at) return true;
  return false;
}

function scenesOf(way: Way): number[] {
  const scenes: number[] = [];
  for (let step: Way | null = way; step !== null; step = step.before) scenes.unshift(step.at);
  return scenes;
}

function idsOf(field: FieldGraph, scenes: readonly number[]): string[] {
  return scenes.map((at) => field.scenes[at]?.id ?? '');
}

function join(legs: readonly (readonly number[])[]): number[] {
  return legs.flatMap((leg, at) => leg.slice(at === 0 ? 0 : 1));
}
