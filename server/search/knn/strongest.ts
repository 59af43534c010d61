/** Of things with a score that is known to within an error: which may be among the `k` best. */
export interface Strongest {
  add(item: number, score: number, error: number): void;
  /** Best score first. All whose score can be that of one of the `k` best, or equal to it. */
  contenders(): number[];
}

/**
 * At least `k` items score no less than the k-th greatest lower bound (score − error), so one whose upper bound (score + error) is below that is none of the `k`
 * best. The bound only rises, so what is below it when it comes is never kept.
 */
export function createStrongest(k: number): Strongest {
  const lowest: number[] = []; // a heap of the k greatest lower bounds, the least on top
  const kept: { item: number; score: number; high: number }[] = [];
  let bar = -Infinity;
  return {
    add(item, score, error) {
      const high = score + error;
      if (high < bar) return;
      kept.push({ item, score, high });
      const low = score - error;
      if (lowest.length < k) rise(lowest, low);
      else if (low > (lowest[0] ?? -Infinity)) sink(lowest, low);
      if (lowest.length === k) bar = lowest[0] ?? bar;
    },
    contenders: () =>
      kept
        .filter(({ high }) => high >= bar)
        .sort((a, b) => b.score - a.score)
        .map(({ item }) => item),
  };
}

function rise(heap: number[], value: number): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] ?? 0;
    if (parent <= value) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = value;
}

/** Puts `value` in the top's place. */
function sink(heap: number[], value: number): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && (heap[below + 1] ?? 0) < (heap[below] ?? 0)) below++;
    const child = heap[below] ?? 0;
    if (child >= value) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = value;
}
