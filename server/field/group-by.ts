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

/** Member → id of its group. */
export function groupOfMembers<Id extends string>(
  groups: Iterable<{ id: Id; members: readonly string[] }>,
): Map<string, Id> {
  const groupOf = new Map<string, Id>();
  for (const { id, members } of groups) for (const member of members) groupOf.set(member, id);
  return groupOf;
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
