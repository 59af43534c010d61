import { type FieldGraph, type FieldLink, isAccepted, neighboursOf } from '../field/field-graph.ts';
import { onceAField } from '../field/once-a-field.ts';
import { pairKey } from './gap-figures.ts';
import { setAside } from './set-aside.ts';

/** The notes of a field that gaps are counted among, with their regions as numbers. */
export interface CountedNotes {
  /** ids of the field's regions, in its order */
  regions: string[];
  /** note → its region's place in `regions`; hubs, dated notes and notes in no region are not there */
  regionOf: ReadonlyMap<string, number>;
  /** distinct linked pairs of counted notes */
  linked: [string, string][];
  /** those of them that notes or a person linked; the rest came by accepted proposals alone */
  given: [string, string][];
  /** pairs of any notes, hubs too, that are linked by accepted proposals alone */
  accepted: [string, string][];
  /** hubs and dated notes */
  aside: { id: string; title: string }[];
}

export const countedNotes = onceAField((field): CountedNotes => {
  const notes = field.scenes.filter(({ state }) => state === 'present');
  const isAside = setAside(
    notes.map(({ title }) => title),
    notes.map(({ id }) => neighboursOf(field, id)),
  );
  const places = new Map<string, number>(field.regions.map(({ id }, at) => [id, at]));
  const regionOf = new Map<string, number>();
  for (const [at, { id, regionId }] of notes.entries()) {
    const place = places.get(regionId ?? '');
    if (place !== undefined && isAside[at] !== true) regionOf.set(id, place);
  }
  const accepted = acceptedPairs(field);
  const linked = [...pairsOf(field.links).values()].filter(
    ([a, b]) => a !== b && regionOf.has(a) && regionOf.has(b),
  );
  return {
    regions: field.regions.map(({ id }) => id),
    regionOf,
    linked,
    given: linked.filter(([a, b]) => !accepted.has(pairKey(a, b))),
    accepted: [...accepted.values()],
    aside: notes.filter((_, at) => isAside[at] === true).map(({ id, title }) => ({ id, title })),
  };
});

function acceptedPairs({ links }: FieldGraph): Map<string, [string, string]> {
  const pairs = pairsOf(links.filter(isAccepted));
  for (const link of links) if (!isAccepted(link)) pairs.delete(pairKey(link.from, link.to));
  return pairs;
}

/** Linked pairs by `pairKey`, directions together. */
function pairsOf(links: readonly FieldLink[]): Map<string, [string, string]> {
  return new Map(links.map(({ from, to }) => [pairKey(from, to), from < to ? [from, to] : [to, from]]));
}
