import type { FieldGraph, FieldRegionRow } from '../field/field-graph.ts';
import { pairKey } from './gap-figures.ts';

/** A region whose every way out is one link, or goes through one of its notes. */
export interface HangingRegion {
  region: FieldRegionRow;
  by: 'nothing' | 'one_link' | 'one_note';
  /** notes that the way out goes through: none, the two ends of the link, or the one note */
  through: string[];
  /** linked pairs of notes outwards */
  links: number;
}

/** Regions that fall off when one link or one note goes; those that are tied to nothing first. */
export function hangingRegions(field: FieldGraph): HangingRegion[] {
  const outward = new Map<string, Map<string, { inner: string; outer: string }>>();
  for (const { from, to } of field.links) {
    const [a, b] = [field.sceneById.get(from), field.sceneById.get(to)];
    if (!a?.regionId || !b?.regionId || a.regionId === b.regionId) continue;
    for (const [inner, outer] of [
      [a, b],
      [b, a],
    ] as const) {
      const ways = outward.get(inner.regionId ?? '') ?? new Map<string, { inner: string; outer: string }>();
      outward.set(inner.regionId ?? '', ways.set(pairKey(from, to), { inner: inner.id, outer: outer.id }));
    }
  }
  return field.regions
    .flatMap((region): HangingRegion[] => {
      const ways = [...(outward.get(region.id)?.values() ?? [])];
      const [first] = ways;
      if (first === undefined) return [{ region, by: 'nothing', through: [], links: 0 }];
      if (ways.length === 1)
        return [{ region, by: 'one_link', through: [first.inner, first.outer], links: 1 }];
      if (ways.some(({ inner }) => inner !== first.inner)) return [];
      return [{ region, by: 'one_note', through: [first.inner], links: ways.length }];
    })
    .sort((a, b) => a.links - b.links || b.region.members.length - a.region.members.length);
}
