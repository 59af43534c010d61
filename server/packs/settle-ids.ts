import type { Pack, PackLink } from '../../scenes/pack.ts';

/**
 * There is one link for each from, kind, to and origin: one that is here under another id keeps its id, and the pack is taken
 * as if it had been written with that.
 */
export function settleIds(pack: Pack, linksHere: readonly PackLink[]): Pack {
  const ids = new Map(linksHere.map((link) => [linkKey(link), link.id]));
  return { ...pack, links: pack.links.map((link) => ({ ...link, id: ids.get(linkKey(link)) ?? link.id })) };
}

function linkKey({ from, kind, to, origin }: PackLink): string {
  return JSON.stringify([from, kind, to, origin]);
}
