/** An undirected weighted graph over 0…size−1: neighbours and weights of each node side by side, no self-loops in the lists. */
export interface WeightedGraph {
  neighbours: number[][];
  weights: number[][];
  /** weight inside a node (of a merged group), counted once */
  loops: number[];
  /** Chance ties two nodes by the product of their masses. */
  masses: Float64Array;
}

/** Of each node its degree over the root of the sum of all degrees: chance is that of modularity. */
export function massesOf(degrees: readonly number[]): Float64Array {
  const root = Math.sqrt(degrees.reduce((sum, degree) => sum + degree, 0)) || 1;
  return Float64Array.from(degrees, (degree) => degree / root);
}

interface Run {
  resolution: number;
  random: () => number;
}

/**
 * Group of each node: Leiden (Traag, Waltman and van Eck, From Louvain to Leiden, 2019) by what a group's ties weigh above `resolution` times what chance would
 * give: quick local moves, refinement within the groups found, merging of the refined groups, until nothing moves. Every group is connected. One run from one
 * source of randomness.
 */
export function leiden(graph: WeightedGraph, run: Run): number[] {
  let level = graph;
  let groups = numbered(graph.loops.length);
  /** node of the first graph → node of the level */
  let nodeOf = numbered(graph.loops.length);
  for (;;) {
    groups = moveNodes(level, groups, run);
    const count = distinct(groups);
    if (count === level.loops.length) return nodeOf.map((node) => groups[node] ?? node);
    const parts = refine(level, groups, run);
    const place = places(parts);
    const partOf = parts.map((part) => place.get(part) ?? 0);
    // a refinement that merged nothing would go on for ever: the groups themselves are merged then
    if (place.size === level.loops.length) return nodeOf.map((node) => groups[node] ?? node);
    const nextGroups = Array.from({ length: place.size }, () => 0);
    for (const [node, part] of partOf.entries()) nextGroups[part] = groups[node] ?? 0;
    nodeOf = nodeOf.map((node) => partOf[node] ?? 0);
    level = merge(level, partOf, place.size);
    const groupPlace = places(nextGroups);
    groups = nextGroups.map((group) => groupPlace.get(group) ?? 0);
  }
}

/** Sums of masses are a little off after many moves: what gains less than this gains nothing, and would be moved about for ever. */
const leastGain = 1e-12;

/** Each node goes to the neighbouring group that gains most, again for the neighbours of whatever moved, until nobody wants to. */
function moveNodes(graph: WeightedGraph, start: readonly number[], { resolution, random }: Run): number[] {
  const size = graph.loops.length;
  const groups = [...start];
  const masses = massesOfGroups(graph.masses, groups, size);
  const members = new Uint32Array(size);
  for (const group of groups) members[group] = (members[group] ?? 0) + 1;
  const queue = shuffled(numbered(size), random);
  const waits = new Uint8Array(size).fill(1);
  const used = new Set(groups);
  const free = numbered(size).filter((group) => !used.has(group));
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head] ?? 0;
    waits[node] = 0;
    const own = groups[node] ?? 0;
    const mass = graph.masses[node] ?? 0;
    masses[own] = (masses[own] ?? 0) - mass;
    const pull = pullOf(graph, node, groups);
    const gainOf = (group: number) => (pull.get(group) ?? 0) - resolution * mass * (masses[group] ?? 0);
    let best = own;
    let bestGain = gainOf(own);
    // on its own is a choice, too: where its group pulls less than chance
    const alone = free.at(-1);
    if (alone !== undefined && bestGain < -leastGain) [best, bestGain] = [alone, 0];
    for (const group of pull.keys()) {
      const gain = gainOf(group);
      if (gain > bestGain + leastGain) [best, bestGain] = [group, gain];
    }
    masses[best] = (masses[best] ?? 0) + mass;
    if (best === own) continue;
    if (best === alone) free.pop();
    members[own] = (members[own] ?? 0) - 1;
    members[best] = (members[best] ?? 0) + 1;
    if (members[own] === 0) free.push(own);
    groups[node] = best;
    for (const other of graph.neighbours[node] ?? []) {
      if (waits[other] === 1 || groups[other] === best) continue;
      waits[other] = 1;
      queue.push(other);
    }
  }
  return groups;
}

/** Within each group: nodes that are well tied to it join one another, by chance weighted by gain, so that later merges can still part them. */
function refine(graph: WeightedGraph, groups: readonly number[], { resolution, random }: Run): number[] {
  const size = graph.loops.length;
  const wholes = massesOfGroups(graph.masses, groups, size);
  const parts = numbered(size);
  const masses = Float64Array.from(graph.masses);
  const members = new Uint32Array(size).fill(1);
  const inside = graph.neighbours.map((others, node) =>
    sum(others.map((other, at) => (groups[other] === groups[node] ? (graph.weights[node]?.[at] ?? 0) : 0))),
  );
  /** weight from each part to the rest of its group */
  const outward = [...inside];
  const isTied = (part: number, group: number) => {
    const own = masses[part] ?? 0;
    return (outward[part] ?? 0) >= resolution * own * ((wholes[group] ?? 0) - own);
  };
  for (const node of shuffled(numbered(size), random)) {
    const group = groups[node] ?? 0;
    const alone = parts[node] ?? 0;
    const mass = graph.masses[node] ?? 0;
    if (members[alone] !== 1 || !isTied(alone, group)) continue;
    const pull = pullOf(graph, node, parts, (other) => groups[other] === group);
    const choices: { part: number; gain: number; weight: number }[] = [];
    for (const [part, weight] of pull) {
      if (part === alone || !isTied(part, group)) continue;
      const gain = weight - resolution * mass * (masses[part] ?? 0);
      if (gain >= 0) choices.push({ part, gain, weight });
    }
    const chosen = pick(choices, random);
    if (chosen === undefined) continue;
    parts[node] = chosen.part;
    members[chosen.part] = (members[chosen.part] ?? 0) + 1;
    masses[chosen.part] = (masses[chosen.part] ?? 0) + mass;
    outward[chosen.part] = (outward[chosen.part] ?? 0) + (inside[node] ?? 0) - 2 * chosen.weight;
  }
  return parts;
}

/** Of each group the sum of its nodes' masses; groups are numbers below `count`. */
export function massesOfGroups(nodes: Float64Array, groups: readonly number[], count: number): Float64Array {
  const sums = new Float64Array(count);
  for (const [node, group] of groups.entries()) sums[group] = (sums[group] ?? 0) + (nodes[node] ?? 0);
  return sums;
}

/** How much randomness a refinement allows: gains are compared by e^(gain / this). */
const temperature = 0.05;

function pick<T extends { gain: number }>(choices: readonly T[], random: () => number): T | undefined {
  const most = Math.max(0, ...choices.map(({ gain }) => gain));
  const chances = choices.map(({ gain }) => Math.exp((gain - most) / temperature));
  let left = random() * sum(chances);
  for (const [at, choice] of choices.entries()) {
    left -= chances[at] ?? 0;
    if (left <= 0) return choice;
  }
  return choices.at(-1);
}

function pullOf(
  { neighbours, weights }: WeightedGraph,
  node: number,
  groups: readonly number[],
  counts: (other: number) => boolean = () => true,
): Map<number, number> {
  const pull = new Map<number, number>();
  for (const [at, other] of (neighbours[node] ?? []).entries()) {
    if (!counts(other)) continue;
    const group = groups[other] ?? 0;
    pull.set(group, (pull.get(group) ?? 0) + (weights[node]?.[at] ?? 0));
  }
  return pull;
}

function merge(
  { neighbours, weights, loops, masses }: WeightedGraph,
  partOf: readonly number[],
  size: number,
): WeightedGraph {
  const ties = Array.from({ length: size }, () => new Map<number, number>());
  const merged = Array.from({ length: size }, () => 0);
  for (const [node, others] of neighbours.entries()) {
    const part = partOf[node] ?? 0;
    merged[part] = (merged[part] ?? 0) + (loops[node] ?? 0);
    for (const [at, other] of others.entries()) {
      const weight = weights[node]?.[at] ?? 0;
      const otherPart = partOf[other] ?? 0;
      if (otherPart === part) merged[part] = (merged[part] ?? 0) + weight / 2;
      else ties[part]?.set(otherPart, (ties[part]?.get(otherPart) ?? 0) + weight);
    }
  }
  return {
    neighbours: ties.map((own) => [...own.keys()]),
    weights: ties.map((own) => [...own.values()]),
    loops: merged,
    masses: massesOfGroups(masses, partOf, size),
  };
}

function shuffled(items: number[], random: () => number): number[] {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other] ?? 0, items[at] ?? 0];
  }
  return items;
}

function numbered(size: number): number[] {
  return Array.from({ length: size }, (_, at) => at);
}

function distinct(groups: readonly number[]): number {
  return new Set(groups).size;
}

/** Value → its place among the distinct values, in order of appearance. */
function places(values: readonly number[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const value of values) if (!found.has(value)) found.set(value, found.size);
  return found;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
