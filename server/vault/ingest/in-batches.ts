export interface Batching<T> {
  /** rows that an item is; see `batchRows` */
  weigh(item: T): number;
  /** batches written at once */
  atOnce: number;
  write(batch: T[]): Promise<void>;
}

/** Adds all of them. */
export const adding =
  <T>(items: AsyncIterable<T> | Iterable<T>) =>
  async (add: (item: T) => Promise<void>): Promise<void> => {
    for await (const item of items) await add(item);
  };

/** Rows that one transaction takes. */
const batchRows = 4_000;

/**
 * Writes what `fill` adds in batches, each begun in its order; the next is made while these are written, and `add` waits where too many are.
 * Ends when all are written, with the first fault if there was one; gives what `fill` does.
 */
export async function inBatches<T, R>(
  { weigh, atOnce, write }: Batching<T>,
  fill: (add: (item: T) => Promise<void>) => Promise<R>,
): Promise<R> {
  const running = new Set<Promise<void>>();
  const faults: unknown[] = [];
  let batch: T[] = [];
  let weight = 0;
  const begin = () => {
    const writing: Promise<void> = write(batch)
      .catch((fault: unknown) => void faults.push(fault))
      .then(() => void running.delete(writing));
    running.add(writing);
    batch = [];
    weight = 0;
  };
  let filled: R;
  try {
    filled = await fill(async (item) => {
      batch.push(item);
      weight += weigh(item) + 1;
      if (weight < batchRows) return;
      begin();
      if (running.size >= atOnce) await Promise.race(running);
      if (faults.length > 0) throw faults[0];
    });
    if (batch.length > 0) begin();
  } finally {
    await Promise.all(running);
  }
  if (faults.length > 0) throw faults[0];
  return filled;
}
