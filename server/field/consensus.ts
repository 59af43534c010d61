import { leiden, massesOf, type WeightedGraph } from './leiden.ts';

const mostRounds = 8;

export interface HeardRuns {
  runs: number;
  resolution: number;
  /** a source of randomness for each run of each round */
  randomOf: (round: number, run: number) => () => number;
}

/**
 * Groups that seeded runs of Leiden agree on. Partitions of next to the same modularity differ in a third of a large field's notes; so each tie is weighed by the
 * share of the runs that keep its ends together, and they run again on that, until all say the same (consensus clustering: Lancichinetti and Fortunato, 2012;
 * over ties alone: Tandon and others, 2019). Gives the last runs: all alike, or where some never agree, as they stand after eight rounds.
 */
export function agreedGroups(graph: WeightedGraph, heard: HeardRuns): number[][] {
  const { runs, resolution, randomOf } = heard;
  let weighed: Weighed = { ...graph, base: graph.weights };
  for (let round = 0; ; round += 1) {
    const found = Array.from({ length: runs }, (_, run) =>
      leiden(weighed, { resolution, random: randomOf(round, run) }),
    );
    const shares = weighed.neighbours.map((others, node) =>
      others.map((other) => found.filter((groups) => groups[node] === groups[other]).length / runs),
    );
    const isAgreed = shares.every((own) => own.every((share) => share === 0 || share === 1));
    if (isAgreed || round + 1 === mostRounds) return found;
    weighed = weighedBy(weighed, shares);
  }
}

/** A graph with what each tie weighed at first. */
interface Weighed extends WeightedGraph {
  base: number[][];
}

/** What no run keeps together is tied no longer. */
function weighedBy({ neighbours, base, loops }: Weighed, shares: readonly number[][]): Weighed {
  const kept = (rows: readonly number[][]) =>
    rows.map((own, node) => own.filter((_, at) => (shares[node]?.[at] ?? 0) > 0));
  const [keptBase, keptShares] = [kept(base), kept(shares)];
  const weights = keptBase.map((own, node) =>
    own.map((weight, at) => weight * (keptShares[node]?.[at] ?? 0)),
  );
  const degrees = weights.map((own) => own.reduce((sum, weight) => sum + weight, 0));
  return { neighbours: kept(neighbours), weights, base: keptBase, loops, masses: massesOf(degrees) };
}
