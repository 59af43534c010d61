/** How many pairs were not proposed, by reason. */
export type Dropped = Record<string, number>;

export function countDropped(dropped: Dropped, reason: string, count = 1): void {
  dropped[reason] = (dropped[reason] ?? 0) + count;
}
