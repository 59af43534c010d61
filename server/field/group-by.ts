/** `Map.groupBy`, which Node 20 does not have. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Id → ids it is tied to. */
export function tiedOf(ties: Iterable<{ a: string; b: string }>): Map<string, string[]> {
  const tied = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const known = tied.get(from);
    if (known) known.push(to);
    else tied.set(from, [to]);
  };
  for (const { a, b } of ties) {
    add(a, b);
    add(b, a);
  }
  return tied;
}
