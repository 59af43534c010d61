import { anyLink } from '../../graph-schema/link-kinds.ts';

const passed = `
MATCH (s:Scene {id: p.sceneId}) WHERE s.state = 'present'
MATCH (root:Scene {id: p.rootId}) WHERE ($vaultId IS NULL OR root.vaultId = $vaultId) AND coalesce(root.vaultId, '') <> $without
OPTIONAL MATCH (source:Source {id: s.sourceId})
OPTIONAL MATCH (vault:Vault {id: root.vaultId})
OPTIONAL MATCH (root)-[:IN_REGION]->(region:Region)
RETURN p.id AS id, s.id AS sceneId, root.id AS rootId, s.title AS title, root.title AS rootTitle, vault.name AS vault, coalesce(source.path, '') AS path,
  p.start AS start, p.text AS text, p.hash AS hash, coalesce(s.at, root.at) AS at, head(collect(region.id)) AS regionId,
  CASE WHEN p.vectorModel = $model THEN vector.similarity.cosine(p.vector, $vector) END AS likeness`;

/** Passages by id with all that they are weighed by; those of the vault '$without' never. */
export const readPassages = `
UNWIND $ids AS id
MATCH (p:Passage {id: id})
${passed}`;

/** The first passages of each of these scenes and of what is in it. */
export const readPassagesOf = `
UNWIND $ids AS sceneId
CALL (sceneId) {
  MATCH (:Scene {id: sceneId})<-[:PART_OF*0..12]-(part:Scene)
  MATCH (p:Passage {sceneId: part.id})
  RETURN DISTINCT p ORDER BY p.start LIMIT $each
}
WITH DISTINCT p
${passed}`;

/** Roots that are linked with these, with how many of them; hubs are no neighbourhood. */
export const readNeighbours = `
UNWIND $ids AS id
MATCH (a:Scene {rootId: id})-[r:${anyLink}]-(b:Scene)
WHERE r.until IS NULL AND b.rootId <> id AND b.state = 'present'
RETURN DISTINCT id AS from, b.rootId AS to LIMIT 4000`;

/** In how many passages each word stands, in any form; more than '$most' are not counted. */
export const countWith = `
CALL db.index.fulltext.queryNodes($index, $query, {limit: $most}) YIELD node
RETURN count(node) AS count`;

export const countPassages = 'MATCH (p:Passage) RETURN count(p) AS count';
