import { anyLink } from '../../graph-schema/link-kinds.ts';

/** Changes when names or texts do: counts come from the store's own totals, and every reading of a vault sets its time. */
export const readFingerprint = `
CALL { MATCH (s:Scene) RETURN count(s) AS scenes }
CALL { MATCH (c:Concept) RETURN count(c) AS concepts }
CALL { MATCH (v:Vault) RETURN collect(v.id + ' ' + coalesce(v.readAt, '')) AS vaults }
RETURN scenes, concepts, vaults`;

/** Whole scenes (no sections and turns, whose titles are no names), with how many others link them. */
export const readSceneNames = `
MATCH (s:Scene)
WHERE s.rootId = s.id AND s.kind <> 'turn' AND s.mergedInto IS NULL AND ($vaultId IS NULL OR s.vaultId = $vaultId)
RETURN s.id AS id, s.title AS title, s.kind AS kind, coalesce(s.aliases, []) + coalesce(s.alsoCalled, []) AS aliases, s.sourceId AS source,
  COUNT { MATCH (s)<-[r:${anyLink}]-() WHERE r.until IS NULL } AS links`;

/** Concepts that a tag, a recurrent title or a person named, and words set in code or bold in so many notes. */
export const readConceptNames = `
MATCH (c:Concept)
WHERE c.mergedInto IS NULL AND (NOT c.from IN ['code', 'bold'] OR size(c.heldBy) >= $fewest)
  AND ($vaultId IS NULL OR EXISTS { MATCH (c)<-[:MENTIONS]-(:Scene {vaultId: $vaultId}) })
RETURN c.id AS id, c.name AS title, 'concept' AS kind, coalesce(c.aliases, []) + coalesce(c.alsoCalled, []) AS aliases, null AS source,
  COUNT { MATCH (c)<-[:MENTIONS]-() } AS links`;

/** Ids are made of hashes, so that the first of them are a fair sample. */
export const readSourceTexts = `
MATCH (s:Source) WHERE $vaultId IS NULL OR s.vaultId = $vaultId
RETURN s.id AS id, s.text AS text ORDER BY s.id LIMIT $most`;

/** What a scene and all that is in it link already, with the wholes they belong to, and the wholes it is itself part of. */
export const readLinked = `
MATCH (n:Scene {id: $id})
CALL { WITH n MATCH (n)<-[:PART_OF*0..12]-(inner:Scene) RETURN collect(DISTINCT inner) AS inside }
CALL {
  WITH inside
  UNWIND inside AS inner
  MATCH (inner)-[r]->(other:Scene|Concept)
  WHERE type(r) IN $kinds AND r.until IS NULL
  RETURN collect(DISTINCT other.id) + collect(DISTINCT other.rootId) AS linked
}
RETURN n.vaultId AS vaultId, linked + [n.id, n.rootId] AS ids`;
