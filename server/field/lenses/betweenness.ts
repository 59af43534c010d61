import { UndirectedGraph } from 'graphology';
import { createUnweightedIndexedBrandes } from 'graphology-shortest-path/indexed-brandes.js';
import seedrandom from 'seedrandom';

/** Scenes by their place in a list, links as pairs of places. */
export interface BetweennessInput {
  count: number;
  /** twice the number of links: from, to, from, to … */
  ends: Int32Array;
}

export interface Betweenness {
  /** by place: the share of the shortest ways between two other scenes that lead through it, 0 … 1 */
  shares: Float64Array;
  /** from how many scenes ways were followed; null: from all */
  sampled: number | null;
}

/** Up to so many scenes every way is followed, unless told otherwise. */
const countedWhole = 3000;
/** In a larger field: as many starts as this allows of steps along links, within bounds. A thousand starts tell the most important scenes apart (Brandes & Pich 2007). */
const steps = 1e8;
const [fewestStarts, mostStarts] = [256, 2000];

/** Brandes' betweenness over links without direction, scaled up from seeded random starts in a field of more than `most` scenes. */
export function betweennessOf(
  { count, ends }: BetweennessInput,
  { most = countedWhole }: { most?: number } = {},
): Betweenness {
  const graph = new UndirectedGraph();
  for (let place = 0; place < count; place++) graph.addNode(place);
  for (let at = 0; at < ends.length; at += 2)
    if (ends[at] !== ends[at + 1]) graph.mergeEdge(ends[at], ends[at + 1]);
  const starts = startsOf(count, ends.length / 2, most);
  const follow = createUnweightedIndexedBrandes(graph);
  const sums = new Float64Array(count);
  const own = new Float64Array(count);
  for (const start of starts) {
    const [reached, before, ways] = follow(start);
    while (reached.size > 0) {
      const place = reached.pop() ?? 0;
      const given = (1 + (own[place] ?? 0)) / (ways[place] ?? 1);
      for (const earlier of before[place] ?? [])
        own[earlier] = (own[earlier] ?? 0) + (ways[earlier] ?? 0) * given;
      if (place !== start) sums[place] = (sums[place] ?? 0) + (own[place] ?? 0);
      own[place] = 0;
    }
  }
  // each way is met from both of its ends
  const pairs = (count - 1) * (count - 2);
  const scale = pairs <= 0 ? 0 : count / starts.length / pairs;
  return { shares: sums.map((sum) => sum * scale), sampled: starts.length < count ? starts.length : null };
}

function startsOf(count: number, links: number, most: number): number[] {
  const all = Array.from({ length: count }, (_, place) => place);
  if (count <= most) return all;
  const wanted = Math.min(mostStarts, Math.max(fewestStarts, Math.round(steps / (count + 2 * links))));
  const random = seedrandom('betweenness');
  for (let at = 0; at < wanted; at++) {
    const other = at + Math.floor(random() * (count - at));
    [all[at], all[other]] = [all[other] ?? 0, all[at] ?? 0];
  }
  return all.slice(0, wanted);
}
