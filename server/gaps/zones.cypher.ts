import { anyLink } from '../../graph-schema/link-kinds.ts';

/** All, or those that a scene of one vault is in. */
export const listZones = `
MATCH (v:View {kind: 'zone'})
WHERE $vaultId IS NULL OR EXISTS { MATCH (s:Scene) WHERE s.id IN v.sceneIds AND s.vaultId = $vaultId }
RETURN v.id AS id, v.name AS name, v.sceneIds AS sceneIds ORDER BY coalesce(v.order, 0), toLower(v.name), v.id`;

/** Links from a zone's scenes, and what is part of them, to whatever is not in it. */
export const readZoneTies = `
UNWIND $zones AS zone
MATCH (s:Scene) WHERE s.id IN zone.sceneIds
MATCH (inner:Scene)-[:PART_OF*0..12]->(s)
WITH zone, collect(DISTINCT inner) AS inside
UNWIND inside AS inner
MATCH (inner)-[r:${anyLink}]-(other:Scene) WHERE r.until IS NULL AND NOT other IN inside
RETURN DISTINCT zone.id AS zoneId, inner.id AS innerId, other.id AS otherId, other.rootId AS otherRoot, other.title AS title, other.state AS state,
  r.origin = 'model' AS isAccepted`;

/** Sections of the notes that name the matrix; the index takes a file's name with its ending as one word. */
export const findMatrixNotes = `
CALL db.index.fulltext.queryNodes('passage_text_en', 'insight_trigger_matrix*', {limit: 20}) YIELD node AS p, score
WITH p WHERE p.text CONTAINS 'insight_trigger_matrix' AND ($vaultId IS NULL OR p.vaultId = $vaultId)
WITH DISTINCT p.rootId AS rootId
MATCH (s:Scene {rootId: rootId}) WHERE s.until IS NULL
RETURN s.id AS id, s.title AS title ORDER BY rootId, s.order`;
