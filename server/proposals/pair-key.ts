/** One key for two ids in either order. Part of the ids of stored proposals: what is written here must not change. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The same for two places in a list. */
export function placesKey(a: number, b: number): string {
  return `${Math.min(a, b)} ${Math.max(a, b)}`;
}
