/** What places a proposal among others. */
export interface Placed {
  /** the two notes, in any notation */
  source: string | number;
  target: string | number;
  /** log-odds, with what decisions taught */
  worth: number;
  /** the regions that it joins, the same twice within one; none while the field has no regions */
  regions?: readonly [string, string] | null;
  /** how wide the gap is that it closes, 0–1 */
  gap?: number;
}

/** What each earlier proposal with the same source or target costs, in log-odds: no note fills the queue. */
const crowdedNote = 0.35;
/** … and each earlier one between the same two regions, or within the same one. */
const crowdedRegions = 0.05;
/** What closing the widest gap is worth. */
const widestGap = 0.5;

/** The best `limit`, best first, each less what its notes and regions already have before it; `order` says how much is left, in log-odds. */
export function orderQueue<T extends Placed>(
  all: readonly T[],
  limit = all.length,
): (T & { order: number })[] {
  const used = new Map<string | number, number>();
  const left = all
    .map((each) => ({ ...each, order: each.worth + widestGap * (each.gap ?? 0) }))
    .toSorted((a, b) => b.order - a.order);
  const chosen: (T & { order: number })[] = [];
  while (chosen.length < limit && left.length > 0) {
    let best = 0;
    let bestOrder = -Infinity;
    for (const [at, each] of left.entries()) {
      // sorted by worth: nothing further down can win
      if (each.order <= bestOrder) break;
      const order = each.order - costOf(each, used);
      if (order > bestOrder) [best, bestOrder] = [at, order];
    }
    for (const each of left.splice(best, 1)) {
      chosen.push({ ...each, order: bestOrder });
      for (const key of [each.source, each.target, regionsKey(each)])
        if (key !== null) used.set(key, (used.get(key) ?? 0) + 1);
    }
  }
  return chosen;
}

function costOf(each: Placed, used: ReadonlyMap<string | number, number>): number {
  const times = (key: string | number | null) => (key === null ? 0 : (used.get(key) ?? 0));
  return crowdedNote * (times(each.source) + times(each.target)) + crowdedRegions * times(regionsKey(each));
}

function regionsKey({ regions }: Placed): string | null {
  return regions ? [...regions].sort().join('\n') : null;
}
