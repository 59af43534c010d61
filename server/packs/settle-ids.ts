import type { Pack, PackLink } from '../../scenes/pack.ts';

/**
 * What is here already under another id keeps its id: a concept of the same name, a link of the same ends, kind and origin
 * (there is one relationship for each). The pack is taken as if it had been written with the ids of this field.
 */
export function settleIds(
  pack: Pack,
  here: {
    conceptsByName: ReadonlyMap<string, string>;
    links: readonly PackLink[];
    knownConcepts: ReadonlySet<string>;
  },
): Pack {
  const renamed = new Map<string, string>();
  for (const { id, name } of pack.concepts) {
    const known = here.conceptsByName.get(name);
    if (known !== undefined && !here.knownConcepts.has(id)) renamed.set(id, known);
  }
  const settled = <T extends string>(id: T): T => (renamed.get(id) as T | undefined) ?? id;
  const linkIds = new Map(here.links.map((link) => [linkKey(link), link.id]));
  const concepts = new Map(pack.concepts.map((concept) => [settled(concept.id), concept]));
  return {
    ...pack,
    concepts: [...concepts].map(([id, concept]) => ({ ...concept, id, in: concept.in.map(settled) })),
    links: pack.links.map((link) => {
      const moved = { ...link, from: settled(link.from), to: settled(link.to) };
      return { ...moved, id: linkIds.get(linkKey(moved)) ?? link.id };
    }),
  };
}

function linkKey({ from, kind, to, origin }: PackLink): string {
  return JSON.stringify([from, kind, to, origin]);
}
