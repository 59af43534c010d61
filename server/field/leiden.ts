/** An undirected weighted graph over 0…size−1: neighbours and weights of each node side by side, no self-loops in the lists. */
export interface WeightedGraph {
  neighbours: number[][];
  weights: number[][];
  /** weight inside a node (of a merged group), counted once */
  loops: number[];
}

interface Run {
  resolution: number;
  random: () => number;
}

/**
 * Group of each node: Leiden by modularity with a resolution (Traag, Waltman and van Eck, From Louvain to Leiden, 2019): quick local moves, refinement within the
 * groups found, merging of the refined groups, until nothing moves. Every group is connected. One run from one source of randomness.
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

interface Degrees {
  of: number[];
  /** sum of all degrees: twice the weight of all ties */
  total: number;
}

function degreesOf({ weights, loops }: WeightedGraph): Degrees {
  const of = weights.map((own, node) => sum(own) + 2 * (loops[node] ?? 0));
  return { of, total: sum(of) };
}

/** Each node goes to the neighbouring group that gains most, again for the neighbours of whatever moved, until nobody wants to. */
function moveNodes(graph: WeightedGraph, start: readonly number[], { resolution, random }: Run): number[] {
  const size = graph.loops.length;
  const degrees = degreesOf(graph);
  const groups = [...start];
  const mass = new Float64Array(size);
  for (const [node, group] of groups.entries()) mass[group] = (mass[group] ?? 0) + (degrees.of[node] ?? 0);
  const queue = shuffled(numbered(size), random);
  const waits = new Uint8Array(size).fill(1);
  const used = new Set(groups);
  const free = numbered(size).filter((group) => !used.has(group));
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head] ?? 0;
    waits[node] = 0;
    const own = groups[node] ?? 0;
    const degree = degrees.of[node] ?? 0;
    mass[own] = (mass[own] ?? 0) - degree;
    const pull = pullOf(graph, node, groups);
    const gainOf = (group: number) =>
      (pull.get(group) ?? 0) - (resolution * degree * (mass[group] ?? 0)) / degrees.total;
    let best = own;
    let bestGain = gainOf(own);
    // on its own is a choice, too: where its group pulls less than chance
    const alone = free.at(-1);
    if (alone !== undefined && bestGain < 0) [best, bestGain] = [alone, 0];
    for (const group of pull.keys()) {
      const gain = gainOf(group);
      if (gain > bestGain + 1e-12) [best, bestGain] = [group, gain];
    }
    mass[best] = (mass[best] ?? 0) + degree;
    if (best === own) continue;
    if (best === alone) free.pop();
    if ((mass[own] ?? 0) < 1e-9) free.push(own);
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
  const degrees = degreesOf(graph);
  const groupMass = new Float64Array(size);
  for (const [node, group] of groups.entries())
    groupMass[group] = (groupMass[group] ?? 0) + (degrees.of[node] ?? 0);
  const parts = numbered(size);
  const mass = Float64Array.from(degrees.of);
  const members = new Uint32Array(size).fill(1);
  const inside = graph.neighbours.map((others, node) =>
    sum(others.map((other, at) => (groups[other] === groups[node] ? (graph.weights[node]?.[at] ?? 0) : 0))),
  );
  /** weight from each part to the rest of its group */
  const outward = [...inside];
  const isTied = (weight: number, own: number, group: number) =>
    weight >= (resolution * own * ((groupMass[group] ?? 0) - own)) / degrees.total;
  for (const node of shuffled(numbered(size), random)) {
    const group = groups[node] ?? 0;
    const degree = degrees.of[node] ?? 0;
    if (members[parts[node] ?? 0] !== 1 || !isTied(inside[node] ?? 0, degree, group)) continue;
    const pull = pullOf(graph, node, parts, (other) => groups[other] === group);
    const choices: { part: number; gain: number; weight: number }[] = [];
    for (const [part, weight] of pull) {
      if (part === parts[node] || !isTied(outward[part] ?? 0, mass[part] ?? 0, group)) continue;
      const gain = weight - (resolution * degree * (mass[part] ?? 0)) / degrees.total;
      if (gain >= 0) choices.push({ part, gain, weight });
    }
    const chosen = pick(choices, random);
    if (chosen === undefined) continue;
    parts[node] = chosen.part;
    members[chosen.part] = (members[chosen.part] ?? 0) + 1;
    mass[chosen.part] = (mass[chosen.part] ?? 0) + degree;
    outward[chosen.part] = (outward[chosen.part] ?? 0) + (inside[node] ?? 0) - 2 * chosen.weight;
  }
  return parts;
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
  { neighbours, weights, loops }: WeightedGraph,
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
