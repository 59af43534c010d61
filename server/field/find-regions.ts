import seedrandom from 'seedrandom';
import { groupBy } from './group-by.ts';
import { agreedGroups } from './consensus.ts';
import { leiden, massesOf, massesOfGroups, type WeightedGraph } from './leiden.ts';
import type { Tie } from './neighbours.ts';

/** So many seeded runs are heard in a small field, */
const mostRuns = 100;
/** fewer where they take longer, */
const [enoughRuns, notesOfMost] = [20, 20_000];
/** and where each takes long, and they differ less: a run over a hundred thousand notes takes seconds. */
const notesInAll = 120_000;
/** Fewer are not asked for their consent: the best of them is taken. */
const leastHeard = 5;
/** A smaller group is not a region of its own. */
export const leastMembers = 3;

interface Options {
  seed: string;
  /** above 1 gives more, smaller regions */
  resolution: number;
  /** fewer than there would be */
  runs?: number;
}

/**
 * Groups of notes that hold together: what seeded runs of Leiden agree on; a group below three joins the group it is tied to most.
 * What is tied to nothing is in no group. Groups are sorted by size, members by id. They are looked for within one vault: beside one many times its size, a vault
 * would be of one piece (the resolution limit of modularity: Fortunato and Barthélemy, 2007).
 */
export function findRegions(ids: readonly string[], ties: readonly Tie[], options: Options): string[][] {
  const { resolution, seed } = options;
  const nodes = [...new Set(ids)].toSorted();
  const graph = weightedGraph(nodes, ties);
  if (graph.neighbours.every(({ length }) => length === 0)) return [];
  const runs = Math.min(options.runs ?? mostRuns, runsFor(nodes.length));
  const randomOf = (round: number, run: number) => seedrandom(`${seed}/${round}/${run}`);
  const found =
    runs < leastHeard
      ? Array.from({ length: runs }, (_, run) => leiden(graph, { resolution, random: randomOf(0, run) }))
      : agreedGroups(graph, { runs, resolution, randomOf });
  const best = bestOf(graph, found, resolution);
  return mergeSmall(together(best), graph).map((members) => members.map((at) => nodes[at] ?? ''));
}

function runsFor(notes: number): number {
  const wanted = Math.max(enoughRuns, Math.round(notesOfMost / notes));
  return Math.max(1, Math.min(wanted, Math.round(notesInAll / notes)));
}

function bestOf(graph: WeightedGraph, found: readonly number[][], resolution: number): number[] {
  let best: number[] = [];
  let bestModularity = -Infinity;
  for (const groups of found) {
    const modularity = quality(graph, groups, resolution);
    if (modularity > bestModularity + 1e-12) [best, bestModularity] = [groups, modularity];
  }
  return best;
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

/** Nodes by their place, each pair once, in an order that does not depend on that of the ties. */
function weightedGraph(nodes: readonly string[], ties: readonly Tie[]): WeightedGraph {
  const place = new Map(nodes.map((id, at) => [id, at]));
  const pairs = new Map<number, number>();
  for (const { a, b, weight } of ties) {
    const [from, to] = [place.get(a), place.get(b)];
    if (from === undefined || to === undefined || from === to) continue;
    const pair = Math.min(from, to) * nodes.length + Math.max(from, to);
    pairs.set(pair, (pairs.get(pair) ?? 0) + weight);
  }
  const neighbours = nodes.map((): number[] => []);
  const weights = nodes.map((): number[] => []);
  for (const pair of Float64Array.from(pairs.keys()).sort()) {
    const [a, b] = [Math.floor(pair / nodes.length), pair % nodes.length];
    const weight = pairs.get(pair) ?? 0;
    neighbours[a]?.push(b);
    neighbours[b]?.push(a);
    weights[a]?.push(weight);
    weights[b]?.push(weight);
  }
  const degrees = weights.map((own) => own.reduce((sum, weight) => sum + weight, 0));
  return { neighbours, weights, loops: nodes.map(() => 0), masses: massesOf(degrees) };
}

/** Modularity at a resolution, what the runs are compared by. */
function quality(
  { neighbours, weights, masses }: WeightedGraph,
  groups: readonly number[],
  resolution: number,
): number {
  let inside = 0;
  let total = 0;
  for (const [node, others] of neighbours.entries()) {
    const group = groups[node] ?? 0;
    for (const [at, other] of others.entries()) {
      const weight = weights[node]?.[at] ?? 0;
      total += weight;
      if (groups[other] === group) inside += weight;
    }
  }
  const wholes = massesOfGroups(masses, groups, neighbours.length);
  let chance = 0;
  for (const mass of wholes) chance += mass ** 2;
  return (inside - resolution * chance) / total;
}

function together(groups: readonly number[]): number[][] {
  return [...groupBy(groups.keys(), (node) => groups[node] ?? 0).values()];
}

/** Smallest first, each small group joins the strongest neighbour, until none is left that has one. Nodes are in the order of their ids. */
function mergeSmall(groups: number[][], graph: WeightedGraph): number[][] {
  const groupOf = new Map(groups.flatMap((group) => group.map((node) => [node, group] as const)));
  const small = groups
    .filter((group) => group.length < leastMembers)
    .sort(bySizeThenPlace)
    .reverse();
  for (const group of small) {
    if (group.length >= leastMembers) continue;
    const host = strongestNeighbour(group, groupOf, graph);
    if (!host) continue;
    for (const node of group) groupOf.set(node, host);
    host.push(...group.splice(0));
  }
  return groups
    .filter((group) => group.length >= leastMembers)
    .map((group) => group.toSorted((a, b) => a - b))
    .sort(bySizeThenPlace);
}

function strongestNeighbour(
  group: readonly number[],
  groupOf: ReadonlyMap<number, number[]>,
  { neighbours, weights }: WeightedGraph,
): number[] | undefined {
  const pull = new Map<number[], number>();
  for (const node of group)
    for (const [at, other] of (neighbours[node] ?? []).entries()) {
      const host = groupOf.get(other);
      if (host && host !== group) pull.set(host, (pull.get(host) ?? 0) + (weights[node]?.[at] ?? 0));
    }
  return [...pull].sort((x, y) => y[1] - x[1] || bySizeThenPlace(x[0], y[0]))[0]?.[0];
}

function bySizeThenPlace(a: readonly number[], b: readonly number[]): number {
  return b.length - a.length || least(a) - least(b);
}

function least(nodes: readonly number[]): number {
  return nodes.reduce((lowest, node) => Math.min(lowest, node), Infinity);
}
