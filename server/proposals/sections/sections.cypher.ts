import { anyLink } from '../../../graph-schema/link-kinds.ts';
import { conversationsVaultId } from '../../../graph-schema/views/conversation-view.ts';

/** Scenes with words of their own, in the order of their notes. `within`: what contains each, the nearest first. `links`: the scenes it is linked with, whichever way. */
const asSection = `
MATCH (p:Passage)-[:OF]->(n)
WITH n, p ORDER BY p.start
WITH n, collect({id: p.id, text: p.text}) AS passages
RETURN n.id AS id, n.rootId AS rootId, n.title AS title, n.kind AS kind, coalesce(n.aliases, []) AS aliases, passages,
  COLLECT { MATCH way = (n)-[:PART_OF*1..12]->(whole:Scene) RETURN whole.id ORDER BY length(way) } AS within,
  COLLECT { MATCH (n)-[:NEXT]->(after:Scene) RETURN after.id } AS next,
  COLLECT { MATCH (n)-[r:${anyLink}]-(other:Scene) WHERE r.until IS NULL RETURN DISTINCT other.id } AS links
ORDER BY rootId, coalesce(n.order, 0), id`;

export const readSections = `
MATCH (n:Scene {state: 'present'})
WHERE ($vaultId IS NULL OR n.vaultId = $vaultId) AND coalesce(n.vaultId, '') <> '${conversationsVaultId}'${asSection}`;

/** Those of the notes that these scenes are in. */
export const readSectionsOf = `
UNWIND $ids AS id
MATCH (of:Scene {id: id})
MATCH (n:Scene {rootId: of.rootId, state: 'present'})
WITH DISTINCT n${asSection}`;
