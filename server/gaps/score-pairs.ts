import { allPairs, type CrossLinks, pairAt, type PairOfRegions } from './cross-links.ts';

export interface ScoredPair extends PairOfRegions {
  /** linked pairs of notes across the two, directions together */
  joined: number;
  /** predicted link mass */
  mass: number;
  /** (mass − joined) / √(n_A·n_B): how many links are wanting for the size of the two; below 0: none */
  score: number;
  /** d_A·d_B / 2m: links that their degrees alone would give (configuration model) */
  degreeProduct: number;
}

/** Every two regions with the score that finds hidden joins best (see `eval gaps`). `sizes`: notes of each region that count. */
export function scorePairs(links: CrossLinks, mass: Float64Array, sizes: readonly number[]): ScoredPair[] {
  const regions = sizes.length;
  return allPairs(regions).map(({ from, to }) => {
    const at = pairAt(regions, from, to);
    const [joined, own] = [links.between[at] ?? 0, mass[at] ?? 0];
    const size = Math.sqrt((sizes[from] ?? 0) * (sizes[to] ?? 0)) || 1;
    const product = (links.degrees[from] ?? 0) * (links.degrees[to] ?? 0);
    return {
      from,
      to,
      joined,
      mass: own,
      score: (own - joined) / size,
      degreeProduct: links.total === 0 ? 0 : product / (2 * links.total),
    };
  });
}

export function sizesOf(regionOf: ArrayLike<number>, regions: number): number[] {
  const sizes = Array.from({ length: regions }, () => 0);
  for (const region of Array.from(regionOf)) if (region >= 0) sizes[region] = (sizes[region] ?? 0) + 1;
  return sizes;
}
