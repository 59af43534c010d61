import { UndirectedGraph } from 'graphology';
import seedrandom from 'seedrandom';
import { leiden, type WeightedGraph } from './leiden.ts';
import type { Tie } from './neighbours.ts';

/** Of so many seeded runs the best is taken; fewer where each takes long, and where they differ less: a run over a hundred thousand notes takes seconds. */
const mostRuns = 20;
const fewestRuns = 2;
const notesInAll = 200_000;
/** A smaller group is not a region of its own. */
export const leastMembers = 3;

interface Tied {
  weight: number;
}
type TieGraph = UndirectedGraph<Record<string, never>, Tied>;

/**
 * Groups of notes that hold together: Leiden, the best of up to 20 seeded runs by modularity;
 * a group below three joins the group it is tied to most. What is tied to nothing is in no group.
 * Groups are sorted by size, members by id. `resolution` above 1 gives more, smaller regions.
 */
export function findRegions(
  ids: readonly string[],
  ties: readonly Tie[],
  options: { seed: string; resolution: number },
): string[][] {
  const graph = tieGraph(ids, ties);
  if (graph.size === 0) return [];
  const nodes = graph.nodes();
  const weighted = weightedGraph(graph, nodes);
  let best: number[] = [];
  let bestModularity = -Infinity;
  const runs = Math.min(mostRuns, Math.max(fewestRuns, Math.round(notesInAll / nodes.length)));
  for (let run = 0; run < runs; run++) {
    const groups = leiden(weighted, {
      resolution: options.resolution,
      random: seedrandom(`${options.seed}/${run}`),
    });
    const modularity = quality(weighted, groups, options.resolution);
    if (modularity > bestModularity + 1e-12) [best, bestModularity] = [groups, modularity];
  }
  return mergeSmall(together(nodes, best), graph);
}

/** Newman's modularity of a partition (γ = 1): 0 chance, towards 1 well parted. `groupOf` is undefined for what is in no region. */
export function modularityOf(ties: readonly Tie[], groupOf: (id: string) => string | undefined): number {
  let total = 0;
  let inside = 0;
  const degrees = new Map<string, number>();
  for (const { a, b, weight } of ties) {
    const [groupA, groupB] = [groupOf(a) ?? `alone ${a}`, groupOf(b) ?? `alone ${b}`];
    total += weight;
    if (groupA === groupB) inside += weight;
    degrees.set(groupA, (degrees.get(groupA) ?? 0) + weight);
    degrees.set(groupB, (degrees.get(groupB) ?? 0) + weight);
  }
  if (total === 0) return 0;
  let chance = 0;
  for (const degree of degrees.values()) chance += (degree / (2 * total)) ** 2;
  return inside / total - chance;
}

function tieGraph(ids: readonly string[], ties: readonly Tie[]): TieGraph {
  const graph: TieGraph = new UndirectedGraph();
  for (const id of ids.toSorted()) graph.addNode(id);
  const sorted = ties.toSorted((x, y) => (x.a < y.a || (x.a === y.a && x.b < y.b) ? -1 : 1));
  for (const { a, b, weight } of sorted) {
    if (a === b) continue;
    if (graph.hasEdge(a, b)) graph.updateEdgeAttribute(graph.edge(a, b), 'weight', (w) => (w ?? 0) + weight);
    else graph.addEdge(a, b, { weight });
  }
  return graph;
}

function weightedGraph(graph: TieGraph, nodes: readonly string[]): WeightedGraph {
  const place = new Map(nodes.map((id, at) => [id, at]));
  const neighbours = nodes.map((): number[] => []);
  const weights = nodes.map((): number[] => []);
  graph.forEachEdge((_, { weight }, from, to) => {
    const [a, b] = [place.get(from) ?? 0, place.get(to) ?? 0];
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
    weights[a]?.push(weight);
    weights[b]?.push(weight);
  });
  return { neighbours, weights, loops: nodes.map(() => 0) };
}

/** Modularity at a resolution, what the runs are compared by. */
function quality(
  { neighbours, weights }: WeightedGraph,
  groups: readonly number[],
  resolution: number,
): number {
  let inside = 0;
  let total = 0;
  const mass = new Map<number, number>();
  for (const [node, others] of neighbours.entries()) {
    const group = groups[node] ?? 0;
    for (const [at, other] of others.entries()) {
      const weight = weights[node]?.[at] ?? 0;
      total += weight;
      if (groups[other] === group) inside += weight;
      mass.set(group, (mass.get(group) ?? 0) + weight);
    }
  }
  let chance = 0;
  for (const own of mass.values()) chance += (own / total) ** 2;
  return inside / total - resolution * chance;
}

function together(ids: readonly string[], groups: readonly number[]): string[][] {
  const members = new Map<number, string[]>();
  for (const [at, id] of ids.entries()) {
    const group = groups[at] ?? 0;
    const known = members.get(group);
    if (known) known.push(id);
    else members.set(group, [id]);
  }
  return [...members.values()];
}

/** Smallest first, each small group joins the strongest neighbour, until none is left that has one. */
function mergeSmall(groups: string[][], graph: TieGraph): string[][] {
  const groupOf = new Map(groups.flatMap((group) => group.map((id) => [id, group] as const)));
  const small = groups
    .filter((group) => group.length < leastMembers)
    .sort(bySizeThenId)
    .reverse();
  for (const group of small) {
    if (group.length >= leastMembers) continue;
    const host = strongestNeighbour(group, groupOf, graph);
    if (!host) continue;
    for (const id of group) groupOf.set(id, host);
    host.push(...group.splice(0));
  }
  return groups
    .filter((group) => group.length >= leastMembers)
    .map((group) => group.toSorted())
    .sort(bySizeThenId);
}

function strongestNeighbour(
  group: readonly string[],
  groupOf: ReadonlyMap<string, string[]>,
  graph: TieGraph,
): string[] | undefined {
  const pull = new Map<string[], number>();
  for (const id of group)
    graph.forEachEdge(id, (_, { weight }, a, b) => {
      const host = groupOf.get(a === id ? b : a);
      if (host && host !== group) pull.set(host, (pull.get(host) ?? 0) + weight);
    });
  return [...pull].sort((x, y) => y[1] - x[1] || bySizeThenId(x[0], y[0]))[0]?.[0];
}

function bySizeThenId(a: readonly string[], b: readonly string[]): number {
  return b.length - a.length || ((a.toSorted()[0] ?? '') < (b.toSorted()[0] ?? '') ? -1 : 1);
}
