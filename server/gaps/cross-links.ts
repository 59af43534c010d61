/** Two regions by number, `from < to`. */
export interface PairOfRegions {
  from: number;
  to: number;
}

/** Region of each note by index; −1: in none, or set aside. */
export type RegionOf = ArrayLike<number>;

export interface CrossLinks {
  /** distinct linked pairs of notes of two regions, directions together, by `pairAt` */
  between: Float64Array;
  /** linked pairs that each region's notes have, own ones twice */
  degrees: Float64Array;
  /** all linked pairs of notes that are in regions */
  total: number;
}

/** Place of a pair in a square table of regions. */
export function pairAt(regions: number, a: number, b: number): number {
  return Math.min(a, b) * regions + Math.max(a, b);
}

/** Every two regions, in order. */
export function allPairs(regions: number): PairOfRegions[] {
  return Array.from({ length: regions }, (_, from) =>
    Array.from({ length: regions - from - 1 }, (__, at) => ({ from, to: from + 1 + at })),
  ).flat();
}

/** Distinct linked pairs of notes that are both in regions; directions together. */
export function linkedNotes(out: readonly ReadonlySet<number>[], regionOf: RegionOf): [number, number][] {
  const pairs: [number, number][] = [];
  for (const [source, targets] of out.entries()) {
    if ((regionOf[source] ?? -1) < 0) continue;
    for (const target of targets) {
      if ((regionOf[target] ?? -1) < 0 || target === source) continue;
      if (source < target || out[target]?.has(source) !== true) pairs.push([source, target]);
    }
  }
  return pairs;
}

export function crossLinks(
  linked: readonly (readonly [number, number])[],
  regionOf: RegionOf,
  regions: number,
): CrossLinks {
  const between = new Float64Array(regions * regions);
  const degrees = new Float64Array(regions);
  for (const [a, b] of linked) {
    const [from, to] = [regionOf[a] ?? 0, regionOf[b] ?? 0];
    degrees[from] = (degrees[from] ?? 0) + 1;
    degrees[to] = (degrees[to] ?? 0) + 1;
    if (from === to) continue;
    const at = pairAt(regions, from, to);
    between[at] = (between[at] ?? 0) + 1;
  }
  return { between, degrees, total: linked.length };
}
