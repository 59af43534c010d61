import { groupBy } from './group-by.ts';
import type { NumberedField } from './numbered-field.ts';

const leastNotes = 3;
const most = 4;

/**
 * Pieces of a region that no link joined before a period and that links join at its end, largest first; none where it was of one piece, or still is of several.
 * `members`: the region's scenes at the end by number, most central first; `links`: those among them.
 */
export function joinedPieces(
  field: NumberedField,
  { members, links, isFresh }: { members: readonly number[]; links: readonly number[]; isFresh: Uint8Array },
): number[][] {
  if (links.length === 0) return [];
  const older = members.filter((scene) => isFresh[scene] === 0);
  // a link to what is fresh joins nothing older
  const before = componentsOf(field, older, links).filter(({ length }) => length >= leastNotes);
  if (before.length < 2) return [];
  const now = componentsOf(field, members, links);
  const wholeOf = new Map(now.flatMap((whole, at) => whole.map((scene) => [scene, at] as const)));
  const byWhole = groupBy(before, ([first = -1]) => wholeOf.get(first));
  const joined = [...byWhole.values()].filter((pieces) => pieces.length > 1).flat();
  return joined.toSorted((a, b) => b.length - a.length).slice(0, most);
}

/** Scenes that links join, however far; each in the order given. */
function componentsOf(
  { from, to, days }: NumberedField,
  scenes: readonly number[],
  links: readonly number[],
): number[][] {
  const parent = new Int32Array(days.length).fill(-1);
  for (const scene of scenes) parent[scene] = scene;
  const rootOf = (scene: number): number => {
    let at = scene;
    for (let up = parent[at] ?? at; up !== at; up = parent[at] ?? at) {
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  for (const link of links) {
    const [a, b] = [from[link] ?? 0, to[link] ?? 0];
    if (parent[a] !== -1 && parent[b] !== -1) parent[rootOf(a)] = rootOf(b);
  }
  return [...groupBy(scenes, rootOf).values()];
}
