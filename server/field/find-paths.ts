import { degreeOf, type FieldGraph, type FieldLink, neighboursOf } from './field-graph.ts';
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
  const legs = stops.slice(1).map((to, at) => {
    const from = stops[at] ?? '';
    const steps = stepsFrom(field, from, to);
    return {
      shortest: pathsBack(field, steps, { from, to }),
      strongest: strongestPath(field, { from, to, shortest: steps.get(to) }),
    };
  });
  if (legs.length === 0 || legs.some(({ shortest }) => shortest.length === 0)) return [];
  const ways = legs.length === 1 ? (legs[0]?.shortest.length ?? 0) : 1;
  const shortest = Array.from({ length: ways }, (_, way) => join(legs.map((leg) => leg.shortest[way] ?? [])));
  const strongest = join(legs.map((leg) => leg.strongest));
  const isNew = !shortest.some((ids) => ids.join() === strongest.join());
  return [
    ...shortest.map((ids): FoundPath => ({ kind: 'shortest', ids })),
    ...(isNew ? [{ kind: 'strongest' as const, ids: strongest }] : []),
  ];
}

/** The shortest path between two root scenes that passes a region; null where there is none. */
export function findPathThrough(
  field: FieldGraph,
  { from, to, regionId }: { from: string; to: string; regionId: string },
): FoundPath | null {
  const [ahead, back] = [stepsFrom(field, from), stepsFrom(field, to)];
  const stepsBy = (id: string) => (ahead.get(id) ?? Infinity) + (back.get(id) ?? Infinity);
  const members = field.regions.find(({ id }) => id === regionId)?.members ?? [];
  const nearest = members
    .map(({ id }) => id)
    .filter((id) => id !== from && id !== to && stepsBy(id) < Infinity)
    .toSorted((a, b) => stepsBy(a) - stepsBy(b))
    .slice(0, mostMiddles);
  for (const middle of nearest) {
    // there and back by the same scenes is no path
    const path = shortestPaths(field, from, middle)
      .flatMap((leg) => shortestPaths(field, middle, to).map((rest) => join([leg, rest])))
      .find((ids) => new Set(ids).size === ids.length);
    if (path) return { kind: 'through', ids: path };
  }
  return null;
}

interface Ends {
  from: string;
  to: string;
}

/** Shortest paths between two root scenes, a few of them; empty when there is none. */
function shortestPaths(field: FieldGraph, from: string, to: string): string[][] {
  return pathsBack(field, stepsFrom(field, from, to), { from, to });
}

/** The same where the steps from the one end are known. */
function pathsBack(field: FieldGraph, steps: ReadonlyMap<string, number>, { from, to }: Ends): string[][] {
  if (!steps.has(to)) return [];
  let open: string[][] = [[to]];
  while (open[0] && open[0][0] !== from) {
    open = open.flatMap((path) => stepsBack(field, steps, path)).slice(0, mostShortest);
  }
  return open;
}

/** The path, each time one step longer, by way of all neighbours that are one step nearer; those with few links first. */
function stepsBack(
  field: FieldGraph,
  steps: ReadonlyMap<string, number>,
  path: readonly string[],
): string[][] {
  const [first = ''] = path;
  return [...neighboursOf(field, first)]
    .filter((id) => steps.get(id) === (steps.get(first) ?? 0) - 1)
    .toSorted((a, b) => degreeOf(field, a) - degreeOf(field, b) || (a < b ? -1 : 1))
    .map((id) => [id, ...path]);
}

/** Steps from a root scene to all that it reaches; no further than the one asked for, or than `most` steps. */
function stepsFrom(field: FieldGraph, from: string, until = '', most = Infinity): Map<string, number> {
  const steps = new Map<string, number>(field.sceneById.has(from) ? [[from, 0]] : []);
  let rim = [...steps.keys()];
  for (let step = 1; rim.length > 0 && step <= most && !steps.has(until); step += 1) {
    const next: string[] = [];
    for (const id of rim)
      for (const other of neighboursOf(field, id)) {
        if (steps.has(other)) continue;
        steps.set(other, step);
        next.push(other);
      }
    rim = next;
  }
  return steps;
}

const linksOf = onceAField((field): ReadonlyMap<string, readonly FieldLink[]> => {
  const of = new Map<string, FieldLink[]>(field.scenes.map(({ id }) => [id, []]));
  for (const link of field.links) {
    of.get(link.from)?.push(link);
    of.get(link.to)?.push(link);
  }
  return of;
});

/** Of all paths at most two steps longer than the shortest (so many steps) the one that costs least; empty where there is none. */
function strongestPath(
  field: FieldGraph,
  { from, to, shortest }: Ends & { shortest: number | undefined },
): string[] {
  if (shortest === undefined) return [];
  const most = shortest + detour;
  const left = stepsFrom(field, to, undefined, most);
  const links = linksOf(field);
  let rim = new Map([[from, { cost: 0, ids: [from] }]]);
  let best: { cost: number; ids: string[] } | undefined;
  for (let step = 1; step <= most; step += 1) {
    const next: typeof rim = new Map();
    for (const [id, { cost, ids }] of rim)
      for (const link of links.get(id) ?? []) {
        const other = link.from === id ? link.to : link.from;
        if ((left.get(other) ?? Infinity) > most - step || ids.includes(other)) continue;
        const sum = cost + costOf(field, link, other === to ? null : other);
        if (sum < (next.get(other)?.cost ?? Infinity)) next.set(other, { cost: sum, ids: [...ids, other] });
      }
    const arrived = next.get(to);
    if (arrived && arrived.cost < (best?.cost ?? Infinity)) best = arrived;
    next.delete(to);
    rim = next;
  }
  return best?.ids ?? [];
}

/** One step: less where the link is said often or by several, more by way of a scene with many links. */
function costOf(field: FieldGraph, { count, origins, kind }: FieldLink, by: string | null): number {
  const isNamed = kind !== 'links_to' && kind !== 'mentions';
  const said = 1 + Math.log2(count) + (origins.length - 1) + (isNamed ? 1 : 0);
  return 1 / said + (by === null ? 0 : 0.25 * Math.log2(1 + degreeOf(field, by)));
}

function join(legs: readonly (readonly string[])[]): string[] {
  return legs.flatMap((leg, at) => leg.slice(at === 0 ? 0 : 1));
}
