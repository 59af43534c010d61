import { UndirectedGraph } from 'graphology';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import seedrandom from 'seedrandom';
import { commonJsDefault } from './commonjs-default.ts';
import { fillDisc } from './fill-disc.ts';
import { groupBy, tiedOf } from './group-by.ts';
import type { Tie } from './neighbours.ts';
import {
  type ArrangeInput,
  type GroupOf,
  middleOf,
  outside,
  type Place,
  placeGroups,
  spacing,
} from './place-groups.ts';
import { type Disc, pushApart } from './push-apart.ts';

const forceAtlas2 = commonJsDefault(forceAtlas2Module);

/** Ties across regions bend a region towards its neighbours without tearing it. */
const acrossWeight = 0.12;
/** Holds a note to its region's middle. */
const anchorWeight = 0.6;
const anchor = 'anchor:';
/** From so many notes on each step takes seconds, and fewer of them have to do. */
const largeField = 30_000;
/** From so many notes on forces crowd a group's middle, and parting a crowd takes long. */
const crowd = 400;

/**
 * Positions for all ids, in field units about (0, 0). Regions get discs that do not overlap, joined ones side by side; within and
 * between them ForceAtlas2 finds each note's place, then overlaps are removed. What is in `fixed` stays; a new note starts at the
 * middle of what it is tied to. The same input gives the same positions.
 */
export function arrange(unordered: ArrangeInput): Map<string, Place> {
  const input = inOrder(unordered);
  const groupOf = (id: string) => input.groupOf.get(id) ?? outside;
  const discs = placeGroups(input, groupOf);
  const graph = startGraph(input, groupOf, discs);
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    gravity: 0,
    scalingRatio: spacing / 3,
    slowDown: 4,
  };
  const iterations = graph.order > largeField ? 40 : graph.order > 3000 ? 80 : graph.order > 800 ? 150 : 300;
  forceAtlas2.assign(graph, { iterations, settings, getEdgeWeight: 'weight' });
  for (const group of discs.keys()) graph.dropNode(anchor + group);
  const places = new Map([...input.fixed, ...graph.mapNodes((id, { x, y }) => [id, { x, y }] as const)]);
  fitIntoDiscs(input, groupOf, { discs, places });
  return separate(input, places);
}

/** Floating-point sums depend on order: one order for one content. */
function inOrder(input: ArrangeInput): ArrangeInput {
  const key = ({ a, b }: Tie) => `${a}\n${b}`;
  return {
    ...input,
    ids: input.ids.toSorted(),
    ties: input.ties.toSorted((one, other) => (key(one) < key(other) ? -1 : 1)),
  };
}

type PlacedGraph = UndirectedGraph<Place & { fixed: boolean }, { weight: number }>;

function startGraph(input: ArrangeInput, groupOf: GroupOf, discs: ReadonlyMap<string, Disc>): PlacedGraph {
  const graph: PlacedGraph = new UndirectedGraph();
  const tied = tiedOf(input.ties);
  for (const id of input.ids) {
    const fixed = input.fixed.get(id);
    // what stays and is tied to nothing that moves has no part in it
    if (fixed && !(tied.get(id) ?? []).some((other) => !input.fixed.has(other))) continue;
    const disc = discs.get(groupOf(id));
    graph.addNode(
      id,
      fixed ? { ...fixed, fixed: true } : { ...startOf(id, input, disc, tied.get(id)), fixed: false },
    );
  }
  for (const [group, disc] of discs) graph.addNode(anchor + group, { x: disc.x, y: disc.y, fixed: true });
  for (const { a, b, weight } of input.ties) {
    if (a === b || !graph.hasNode(a) || !graph.hasNode(b)) continue;
    const pull = groupOf(a) === groupOf(b) ? weight : weight * acrossWeight;
    if (graph.hasEdge(a, b))
      graph.updateEdgeAttribute(graph.edge(a, b), 'weight', (sum) => (sum ?? 0) + pull);
    else graph.addEdge(a, b, { weight: pull });
  }
  for (const id of input.ids)
    if (graph.hasNode(id)) graph.addEdge(id, anchor + groupOf(id), { weight: anchorWeight });
  return graph;
}

/** At the middle of what already has a place, else within its group's disc; always by its own seed, never by order. */
function startOf(
  id: string,
  input: ArrangeInput,
  disc: Disc | undefined,
  tied: readonly string[] = [],
): Place {
  const rng = seedrandom(`${input.seed}/${id}`);
  const angle = rng() * 2 * Math.PI;
  const known = tied.map((other) => input.fixed.get(other)).filter((place) => place !== undefined);
  if (known.length > 0) {
    const middle = middleOf(known);
    return { x: middle.x + Math.cos(angle) * spacing * 0.5, y: middle.y + Math.sin(angle) * spacing * 0.5 };
  }
  const reach = Math.sqrt(rng()) * (disc?.radius ?? spacing);
  return { x: (disc?.x ?? 0) + Math.cos(angle) * reach, y: (disc?.y ?? 0) + Math.sin(angle) * reach };
}

/** ForceAtlas2 knows no distances: each group's free notes are scaled and moved so that they fill their disc. */
function fitIntoDiscs(
  input: ArrangeInput,
  groupOf: GroupOf,
  field: { discs: ReadonlyMap<string, Disc>; places: Map<string, Place> },
): void {
  for (const [group, ids] of groupBy(input.ids, groupOf)) {
    const disc = field.discs.get(group);
    const free = ids.filter((id) => !input.fixed.has(id));
    const places = free.map((id) => field.places.get(id)).filter((place) => place !== undefined);
    if (!disc || places.length === 0) continue;
    const isNew = free.length === ids.length;
    if (isNew && places.length >= crowd) {
      fillDisc(places, disc);
      continue;
    }
    const middle = isNew ? middleOf(places) : disc;
    const reaches = places
      .map((place) => Math.hypot(place.x - middle.x, place.y - middle.y))
      .sort((a, b) => a - b);
    const reach = reaches[Math.floor(reaches.length * 0.9)] ?? 1;
    const scale = isNew ? (disc.radius * 0.85) / Math.max(reach, 1) : 1;
    for (const place of places) {
      const [dx, dy] = [(place.x - middle.x) * scale, (place.y - middle.y) * scale];
      const hold = Math.min(1, disc.radius / Math.max(1, Math.hypot(dx, dy)));
      Object.assign(place, { x: disc.x + dx * hold, y: disc.y + dy * hold });
    }
  }
}

/** Free notes give way until next to none overlap. */
function separate(input: ArrangeInput, places: ReadonlyMap<string, Place>): Map<string, Place> {
  const discs = Array.from(places, ([id, { x, y }]): Disc => {
    const fixed = input.fixed.get(id);
    return { id, radius: spacing * 0.36, x: fixed?.x ?? x, y: fixed?.y ?? y, fixed: fixed !== undefined };
  });
  const few = discs.length / 1000;
  for (let pass = 0; pass < 300 && pushApart(discs, 0) > few; pass++);
  return new Map(
    discs.map(({ id, x, y, fixed }) => [id, fixed ? { x, y } : { x: round(x), y: round(y) }] as const),
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
