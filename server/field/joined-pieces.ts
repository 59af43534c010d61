import type { ChangedView } from '../../graph-schema/views/changed-view.ts';
import type { FieldScene } from './field-graph.ts';
import { groupBy } from './group-by.ts';

type Piece = ChangedView['regions'][number]['pieces'][number];

const leastNotes = 3;
const most = 4;

/**
 * Pieces of a region that no link joined before a period and that links join at its end, largest first; none where it was of one piece, or still is of several.
 * `members`: the region's scenes at the end, most central first; `links`: those among them.
 */
export function joinedPieces(
  members: readonly FieldScene[],
  links: readonly { from: string; to: string }[],
  isFresh: (id: string) => boolean,
): Piece[] {
  if (links.length === 0) return [];
  const older = members.filter(({ id }) => !isFresh(id));
  const before = componentsOf(
    older,
    links.filter(({ from, to }) => !isFresh(from) && !isFresh(to)),
  ).filter(({ length }) => length >= leastNotes);
  if (before.length < 2) return [];
  const now = componentsOf(members, links);
  const wholeOf = new Map(now.flatMap((whole, at) => whole.map(({ id }) => [id as string, at] as const)));
  const byWhole = groupBy(before, ([first]) => wholeOf.get(first?.id ?? ''));
  const joined = [...byWhole.values()].filter((pieces) => pieces.length > 1).flat();
  return joined
    .toSorted((a, b) => b.length - a.length)
    .slice(0, most)
    .flatMap(([main, ...others]) =>
      main === undefined ? [] : [{ id: main.id, title: main.title, notes: 1 + others.length }],
    );
}

/** Scenes that links join, however far; each in the order given. */
function componentsOf(
  scenes: readonly FieldScene[],
  links: readonly { from: string; to: string }[],
): FieldScene[][] {
  const parent = new Map<string, string>(scenes.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let at = id;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) {
      parent.set(at, parent.get(up) ?? up);
      at = up;
    }
    return at;
  };
  for (const { from, to } of links)
    if (parent.has(from) && parent.has(to)) parent.set(rootOf(from), rootOf(to));
  return [...groupBy(scenes, ({ id }) => rootOf(id)).values()];
}
