import type { FieldRegionRow, FieldScene } from './field-graph.ts';
import { groupBy } from './group-by.ts';

/** A part of a region with its scenes, most central first. */
export interface RegionPart {
  id: string;
  name: string;
  members: FieldScene[];
}

/** The parts of a region as the last layout found them, as far as something is left of them. */
export function partsOf({ parts, members }: FieldRegionRow): RegionPart[] {
  if (parts.length === 0) return [];
  const inPart = groupBy(members, ({ partId }) => partId);
  return parts.flatMap((part) => {
    const own = inPart.get(part.id);
    return own === undefined ? [] : [{ ...part, members: own }];
  });
}
