import { type FieldGraph, type FieldLink, neighboursOf } from '../field/field-graph.ts';
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

export function countedNotes(field: FieldGraph): CountedNotes {
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
  const pairs = new Map<string, [string, string]>();
  const given = new Map<string, [string, string]>();
  for (const link of field.links) {
    const { from, to } = link;
    if (from === to || !regionOf.has(from) || !regionOf.has(to)) continue;
    const pair: [string, string] = from < to ? [from, to] : [to, from];
    pairs.set(pair.join('\n'), pair);
    if (!isAccepted(link)) given.set(pair.join('\n'), pair);
  }
  return {
    regions: field.regions.map(({ id }) => id),
    regionOf,
    linked: [...pairs.values()],
    given: [...given.values()],
    accepted: acceptedPairs(field),
    aside: notes.filter((_, at) => isAside[at] === true).map(({ id, title }) => ({ id, title })),
  };
}

/** Whether two notes are linked only because a proposal was accepted. */
export function isAccepted({ origins }: Pick<FieldLink, 'origins'>): boolean {
  return origins.every((origin) => origin === 'model');
}

function acceptedPairs({ links }: FieldGraph): [string, string][] {
  const pairOf = ({ from, to }: FieldLink): [string, string] => (from < to ? [from, to] : [to, from]);
  const given = new Set(links.filter((link) => !isAccepted(link)).map((link) => pairOf(link).join('\n')));
  const pairs = links.filter(isAccepted).map(pairOf);
  return [...new Map(pairs.map((pair) => [pair.join('\n'), pair])).values()].filter(
    (pair) => !given.has(pair.join('\n')),
  );
}
