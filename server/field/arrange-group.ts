import { UndirectedGraph } from 'graphology';
import forceAtlas2Module from 'graphology-layout-forceatlas2';
import { commonJsDefault } from './commonjs-default.ts';
import type { Tie } from './neighbours.ts';
import { type Place, spacing } from './place-groups.ts';

const forceAtlas2 = commonJsDefault(forceAtlas2Module);

/** Ties across regions bend a region towards its neighbours without tearing it. */
const acrossWeight = 0.12;
/** Holds a note to its region's middle. */
const anchorWeight = 0.6;
/** From so many notes on what lies far off is taken together. */
const manyNotes = 500;

/** A group of notes to be placed about the middle of its own disc. */
export interface Group {
  middle: Place;
  /** where each note starts, or stays */
  notes: readonly { id: string; place: Place; isFixed: boolean }[];
  /** among the notes */
  ties: readonly Tie[];
  /** from a note to the middle of another group's disc */
  pulls: readonly { id: string; to: string; middle: Place; weight: number }[];
}

/** ForceAtlas2 within one group: where its free notes come to lie. */
export function arrangeGroup({ middle, notes, ties, pulls }: Group, iterations: number): Map<string, Place> {
  const graph = new UndirectedGraph<Place & { fixed: boolean }, { weight: number }>();
  const anchor = 'anchor:';
  graph.addNode(anchor, { ...middle, fixed: true });
  for (const { id, place, isFixed } of notes) graph.addNode(id, { ...place, fixed: isFixed });
  const tie = (a: string, b: string, weight: number) => {
    if (graph.hasEdge(a, b))
      graph.updateEdgeAttribute(graph.edge(a, b), 'weight', (sum) => (sum ?? 0) + weight);
    else graph.addEdge(a, b, { weight });
  };
  for (const { a, b, weight } of ties) if (a !== b && graph.hasNode(a) && graph.hasNode(b)) tie(a, b, weight);
  for (const { id, to, middle: far, weight } of pulls) {
    if (!graph.hasNode(id)) continue;
    if (!graph.hasNode(anchor + to)) graph.addNode(anchor + to, { ...far, fixed: true });
    tie(id, anchor + to, weight * acrossWeight);
  }
  for (const { id } of notes) tie(id, anchor, anchorWeight);
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    gravity: 0,
    scalingRatio: spacing / 3,
    slowDown: 4,
    barnesHutOptimize: graph.order > manyNotes,
    // as coarse as Gephi has it
    barnesHutTheta: 1.2,
  };
  forceAtlas2.assign(graph, { iterations, settings, getEdgeWeight: 'weight' });
  return new Map(
    notes.flatMap(({ id, isFixed }) => {
      const { x, y } = graph.getNodeAttributes(id);
      return isFixed ? [] : [[id, { x, y }] as const];
    }),
  );
}
