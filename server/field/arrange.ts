import seedrandom from 'seedrandom';
import { arrangeGroup, type Group } from './arrange-group.ts';
import { fillDisc } from './fill-disc.ts';
import { groupBy, tiedOf } from './group-by.ts';
import {
  type ArrangeInput,
  type GroupOf,
  middleOf,
  outside,
  type Place,
  placeGroups,
  spacing,
} from './place-groups.ts';
import { type Disc, pushApart, standing } from './push-apart.ts';

/** From so many notes on each step takes seconds, and fewer of them have to do. */
const largeField = 30_000;
/** From so many notes on forces crowd a group's middle, and parting a crowd takes long. */
const crowd = 400;

/**
 * Positions for all ids, in field units about (0, 0). Regions get discs that do not overlap, joined ones side by side; within each
 * ForceAtlas2 finds its notes' places, drawn towards the regions they are tied to; then overlaps are removed. What is in `fixed` stays; a
 * new note starts at the middle of what it is tied to. The same input gives the same positions.
 */
export function arrange(unordered: ArrangeInput): Map<string, Place> {
  const input = inOrder(unordered);
  const groupOf = (id: string) => input.groupOf.get(id) ?? outside;
  const discs = placeGroups(input, groupOf);
  const places = new Map(input.fixed);
  for (const group of groupsOf(input, groupOf, discs)) {
    const size = group.notes.length;
    const iterations = input.ids.length > largeField ? 40 : size > 3000 ? 80 : size > 800 ? 150 : 300;
    for (const [id, place] of arrangeGroup(group, iterations)) places.set(id, place);
  }
  fitIntoDiscs(input, groupOf, { discs, places });
  return separate(input, places);
}

/** Floating-point sums depend on order: one order for one content. */
function inOrder(input: ArrangeInput): ArrangeInput {
  return {
    ...input,
    ids: input.ids.toSorted(),
    ties: input.ties.toSorted((one, other) =>
      one.a === other.a ? (one.b < other.b ? -1 : 1) : one.a < other.a ? -1 : 1,
    ),
  };
}

/** Each group in which something is to be placed, with what draws its notes. What stays and is tied to nothing that moves has no part in it. */
function* groupsOf(
  input: ArrangeInput,
  groupOf: GroupOf,
  discs: ReadonlyMap<string, Disc>,
): Generator<Group> {
  const tied = tiedOf(input.ties);
  const within = groupBy(
    input.ties.filter(({ a, b }) => groupOf(a) === groupOf(b)),
    ({ a }) => groupOf(a),
  );
  const across = groupBy(
    input.ties
      .filter(({ a, b }) => groupOf(a) !== groupOf(b))
      .flatMap(({ a, b, weight }) => [
        { id: a, to: groupOf(b), weight },
        { id: b, to: groupOf(a), weight },
      ]),
    ({ id }) => groupOf(id),
  );
  for (const [name, ids] of groupBy(input.ids, groupOf)) {
    const disc = discs.get(name);
    if (disc === undefined || ids.every((id) => input.fixed.has(id))) continue;
    const notes = ids.flatMap((id) => {
      const fixed = input.fixed.get(id);
      if (!fixed) return [{ id, place: startOf(id, input, disc, tied.get(id)), isFixed: false }];
      const isHeld = (tied.get(id) ?? []).some((other) => !input.fixed.has(other));
      return isHeld ? [{ id, place: fixed, isFixed: true }] : [];
    });
    const pulls = (across.get(name) ?? []).flatMap((pull) => {
      const middle = pull.to === outside ? undefined : discs.get(pull.to);
      return middle === undefined ? [] : [{ ...pull, middle }];
    });
    yield { middle: disc, notes, ties: within.get(name) ?? [], pulls };
  }
}

/** At the middle of what already has a place, else within its group's disc; always by its own seed, never by order. */
function startOf(
  id: string,
  input: ArrangeInput,
  disc: Disc | undefined,
  tied: readonly string[] = [],
): Place {
  const rng = seedrandom(`${input.seed}/${id}`);
  const angle = rng() * 2 * Math.PI;
  const known = tied.map((other) => input.fixed.get(other)).filter((place) => place !== undefined);
  if (known.length > 0) {
    const middle = middleOf(known);
    return { x: middle.x + Math.cos(angle) * spacing * 0.5, y: middle.y + Math.sin(angle) * spacing * 0.5 };
  }
  const reach = Math.sqrt(rng()) * (disc?.radius ?? spacing);
  return { x: (disc?.x ?? 0) + Math.cos(angle) * reach, y: (disc?.y ?? 0) + Math.sin(angle) * reach };
}

/** ForceAtlas2 knows no distances: each group's free notes are scaled and moved so that they fill their disc. */
function fitIntoDiscs(
  input: ArrangeInput,
  groupOf: GroupOf,
  field: { discs: ReadonlyMap<string, Disc>; places: Map<string, Place> },
): void {
  for (const [group, ids] of groupBy(input.ids, groupOf)) {
    const disc = field.discs.get(group);
    const free = ids.filter((id) => !input.fixed.has(id));
    const places = free.map((id) => field.places.get(id)).filter((place) => place !== undefined);
    if (!disc || places.length === 0) continue;
    const isNew = free.length === ids.length;
    if (isNew && places.length >= crowd) {
      fillDisc(places, disc);
      continue;
    }
    const middle = isNew ? middleOf(places) : disc;
    const reaches = places
      .map((place) => Math.hypot(place.x - middle.x, place.y - middle.y))
      .sort((a, b) => a - b);
    const reach = reaches[Math.floor(reaches.length * 0.9)] ?? 1;
    const scale = isNew ? (disc.radius * 0.85) / Math.max(reach, 1) : 1;
    for (const place of places) {
      const [dx, dy] = [(place.x - middle.x) * scale, (place.y - middle.y) * scale];
      const hold = Math.min(1, disc.radius / Math.max(1, Math.hypot(dx, dy)));
      Object.assign(place, { x: disc.x + dx * hold, y: disc.y + dy * hold });
    }
  }
}

/** Free notes give way until next to none overlap. */
function separate(input: ArrangeInput, places: ReadonlyMap<string, Place>): Map<string, Place> {
  const discOf = ([id, { x, y }]: readonly [string, Place]): Disc => ({
    id,
    radius: spacing * 0.36,
    x,
    y,
    fixed: input.fixed.has(id),
  });
  const free = Array.from(places, discOf).filter(({ fixed }) => !fixed);
  const held = standing(Array.from(input.fixed, discOf), 0);
  const few = free.length / 1000;
  for (let pass = 0; pass < 300 && pushApart(free, 0, held) > few; pass++);
  return new Map([
    ...Array.from(input.fixed, ([id, { x, y }]) => [id, { x, y }] as const),
    ...free.map(({ id, x, y }) => [id, { x: round(x), y: round(y) }] as const),
  ]);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
