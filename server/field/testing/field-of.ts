import type { FieldGraph, FieldLink, FieldScene } from '../field-graph.ts';
import { makeFieldGraph } from '../make-field-graph.ts';

/** A field from words: `a-b` is a link, `a=b` one that is said by name and often; scenes by region, by day and by vault. */
export function fieldOf(
  links: string,
  {
    regions = {},
    days = {},
    vaults = {},
  }: Partial<Record<'regions' | 'days' | 'vaults', Record<string, string>>> = {},
): FieldGraph {
  const pairs = links.split(' ').map((text) => ({ ends: text.split(/[-=]/u), isStrong: text.includes('=') }));
  const ids = [...new Set([...pairs.flatMap(({ ends }) => ends), ...Object.keys(days)])];
  const scenes = ids.map((id) => ({
    id,
    title: id,
    kind: 'note',
    state: 'present',
    origin: 'vault',
    vaultId: vaults[id] ?? null,
    path: null,
    at: days[id] === undefined ? null : `${days[id]}T12:00:00Z`,
    regionId: regions[id] ?? null,
    partId: null,
    joined: false,
    x: null,
    y: null,
    pinned: false,
  })) as FieldScene[];
  return makeFieldGraph({
    at: 1,
    scenes,
    links: pairs.map(({ ends: [from, to], isStrong }) => ({
      from,
      to,
      kind: isStrong ? 'enables' : 'links_to',
      origins: ['vault'],
      count: isStrong ? 4 : 1,
    })) as FieldLink[],
    regions: [...new Set(Object.values(regions))].map((id) => ({
      id,
      name: id,
      hue: 0,
      describes: [],
      named: 'signals',
      alike: new Map(),
      parts: [],
    })) as never,
    totals: { scenes: ids.length, missing: 0, concepts: 0 },
  });
}
