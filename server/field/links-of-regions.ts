import type { FieldGraph, FieldLink } from './field-graph.ts';
import { onceAField } from './once-a-field.ts';

/** Links of each region, within it and out of it; one between two regions stands with both. */
export const linksOfRegions = onceAField((field: FieldGraph): ReadonlyMap<string, readonly FieldLink[]> => {
  const links = new Map<string, FieldLink[]>(field.regions.map(({ id }) => [id, []]));
  for (const link of field.links) {
    const from = field.sceneById.get(link.from)?.regionId ?? '';
    const to = field.sceneById.get(link.to)?.regionId ?? '';
    links.get(from)?.push(link);
    if (to !== from) links.get(to)?.push(link);
  }
  return links;
});
