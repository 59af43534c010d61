import { countWikilinks, noteLinks, type Resolution } from '../resolve/resolve-links.ts';

/** How many links there are, as an ingest reports them. Totals of notes that have none in common add up. */
export interface LinkTotals {
  /** distinct pairs of notes */
  links: number;
  wikilinks: ReturnType<typeof countWikilinks>;
  /** wikilinks that are none, by reason */
  reported: Record<string, number>;
  ambiguous: number;
}

export const noLinks: LinkTotals = {
  links: 0,
  wikilinks: { found: 0, resolved: 0, missing: 0, reported: 0 },
  reported: {},
  ambiguous: 0,
};

export function linkTotals(resolution: Resolution): LinkTotals {
  const reported: Record<string, number> = {};
  for (const { reason, wiki } of resolution.reported)
    if (wiki) reported[reason] = (reported[reason] ?? 0) + 1;
  return {
    links: noteLinks(resolution.links).length,
    wikilinks: countWikilinks(resolution),
    reported,
    ambiguous: resolution.ambiguous.length,
  };
}

/** `of` and `sign` times `other`. */
export function addTotals(of: LinkTotals, other: LinkTotals, sign: 1 | -1): LinkTotals {
  return {
    links: of.links + sign * other.links,
    wikilinks: addCounts(of.wikilinks, other.wikilinks, sign),
    reported: withoutZeros(addCounts(of.reported, other.reported, sign)),
    ambiguous: of.ambiguous + sign * other.ambiguous,
  };
}

function addCounts<T extends Record<string, number>>(of: T, other: T, sign: 1 | -1): T {
  const keys = new Set([...Object.keys(of), ...Object.keys(other)]);
  return Object.fromEntries([...keys].map((key) => [key, (of[key] ?? 0) + sign * (other[key] ?? 0)])) as T;
}

function withoutZeros(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
}
