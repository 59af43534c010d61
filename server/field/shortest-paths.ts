import { type FieldGraph, neighboursOf } from './field-graph.ts';

/** All shortest ways between two root scenes, at most `limit`, over links in either direction; empty when there is none. */
export function shortestPaths(field: FieldGraph, from: string, to: string, limit = 5): string[][] {
  const before = predecessors(field, from, to);
  if (!before.has(to)) return [];
  let open: string[][] = [[to]];
  while (open[0] && open[0][0] !== from) {
    open = open
      .flatMap((path) => (before.get(path[0] ?? '') ?? []).map((previous) => [previous, ...path]))
      .slice(0, limit);
  }
  return open;
}

/** For each scene nearer than or as near as `to`: the neighbours one step nearer to `from`. */
function predecessors(field: FieldGraph, from: string, to: string): Map<string, string[]> {
  const before = new Map<string, string[]>(field.sceneById.has(from) ? [[from, []]] : []);
  let rim = [...before.keys()];
  while (rim.length > 0 && !before.has(to)) {
    const next = new Map<string, string[]>();
    for (const id of rim)
      for (const other of neighboursOf(field, id)) {
        if (before.has(other)) continue;
        next.set(other, [...(next.get(other) ?? []), id]);
      }
    for (const [id, previous] of next) before.set(id, previous.toSorted());
    rim = [...next.keys()];
  }
  return before;
}
