import { z } from 'zod';

/** Relationship types that are links. In JSON, YAML and formulas a kind is its name in lower case. */
export const linkKinds = [
  'links_to',
  'cites',
  'mentions',
  'leads_to',
  'enables',
  'requires',
  'refines',
  'contradicts',
  'exemplifies',
  'answers',
  'analogous_to',
] as const;
export const LinkKind = z.enum(linkKinds);
export type LinkKind = z.infer<typeof LinkKind>;

/** The kinds a person may give a link between scenes or concepts; `links_to` is the plain one. */
export const relationKinds = [
  'links_to',
  'leads_to',
  'enables',
  'requires',
  'refines',
  'contradicts',
  'exemplifies',
  'answers',
  'analogous_to',
] as const;
export const RelationKind = z.enum(relationKinds);
export type RelationKind = z.infer<typeof RelationKind>;

/** Relationship type in Cypher: the only way a kind gets into a query's text. */
export function relationshipType(kind: LinkKind): Uppercase<LinkKind> {
  return LinkKind.parse(kind).toUpperCase() as Uppercase<LinkKind>;
}

export const relationshipTypes: readonly Uppercase<LinkKind>[] = linkKinds.map(relationshipType);

/** `LINKS_TO|CITES|…`, for a pattern that takes every link. */
export const anyLink: string = relationshipTypes.join('|');

/** Who says a link: a note, a person, or a proposal of signals or a model (accepted by a person). */
export const Origin = z.enum(['vault', 'person', 'model']);
export type Origin = z.infer<typeof Origin>;
