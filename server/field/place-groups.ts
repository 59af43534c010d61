import seedrandom from 'seedrandom';
import { groupBy } from './group-by.ts';
import type { Tie } from './neighbours.ts';
import { placeDiscs, type Spring } from './place-discs.ts';
import type { Disc } from './push-apart.ts';

export interface Place {
  x: number;
  y: number;
}

export interface ArrangeInput {
  ids: readonly string[];
  ties: readonly Tie[];
  /** the region, or whatever group, an id lies in; what has none lies outside all */
  groupOf: ReadonlyMap<string, string>;
  /** positions that stay */
  fixed: ReadonlyMap<string, Place>;
  seed: string;
}

export type GroupOf = (id: string) => string;

/** Field units between the middles of two neighbouring notes. */
export const spacing = 60;
/** The group of what has none. */
export const outside = 'outside:';

/** Of the disc that so many notes need, field units. */
export function radiusFor(notes: number): number {
  return spacing * 0.62 * Math.sqrt(notes) + spacing * 0.4;
}

/** A disc for each group, big enough for its notes; one that holds fixed notes stays at their middle. */
export function placeGroups(input: ArrangeInput, groupOf: GroupOf): Map<string, Disc> {
  const members = groupBy(input.ids, groupOf);
  const rng = seedrandom(`${input.seed}/groups`);
  const discs = Array.from(members, ([id, ids], index): Disc => {
    const known = ids.map((member) => input.fixed.get(member)).filter((place) => place !== undefined);
    const radius = radiusFor(ids.length);
    const angle = index * 2.4 + rng() * 0.2;
    const start = known.length > 0 ? middleOf(known) : { x: Math.cos(angle) * 900, y: Math.sin(angle) * 900 };
    return { id, radius, ...start, fixed: known.length > 0 };
  });
  return placeDiscs(discs, springsBetween(input, groupOf, members));
}

/** How tied two groups are for their sizes, the strongest pair 1. What is outside is tied to nothing: it drifts to the rim. */
function springsBetween(
  input: ArrangeInput,
  groupOf: GroupOf,
  members: ReadonlyMap<string, readonly string[]>,
): Spring[] {
  const sums = new Map<string, { from: string; to: string; weight: number }>();
  for (const { a, b, weight } of input.ties) {
    const [from = '', to = ''] = [groupOf(a), groupOf(b)].sort();
    if (from === to || from === outside || to === outside) continue;
    const sum = sums.get(`${from}\n${to}`) ?? { from, to, weight: 0 };
    sum.weight += weight;
    sums.set(`${from}\n${to}`, sum);
  }
  const size = (id: string) => members.get(id)?.length ?? 1;
  const springs = Array.from(sums.values(), (sum) => ({
    ...sum,
    weight: sum.weight / Math.sqrt(size(sum.from) * size(sum.to)),
  }));
  const strongest = Math.max(...springs.map(({ weight }) => weight), 1e-9);
  return springs.map((spring) => ({ ...spring, weight: spring.weight / strongest }));
}

export function middleOf(places: readonly Place[]): Place {
  const sum = places.reduce((total, place) => ({ x: total.x + place.x, y: total.y + place.y }), {
    x: 0,
    y: 0,
  });
  return { x: sum.x / places.length, y: sum.y / places.length };
}
