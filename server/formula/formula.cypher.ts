import { type LinkKind, relationshipType } from '../../graph-schema/link-kinds.ts';
import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import type { StructureType } from '../../graph-schema/structure-types.ts';

/** Ids after `$after` in their order: the embedded passages of one page. What was said in talks with the field is none of its scenes' meaning. */
export const readPassagesAfter = `
MATCH (p:Passage) USING INDEX p:Passage(id)
WHERE p.id > $after AND p.vectorModel = $model AND coalesce(p.vaultId, '') <> '${conversationsVaultId}'
RETURN p.id AS id, p.hash AS hash, p.sceneId AS sceneId, p.rootId AS rootId, coalesce(p.vaultId, '') AS vaultId
ORDER BY p.id LIMIT $limit`;

/** Which turn a scene is, or is in. */
export const readTurns = `
MATCH (turn:Scene {kind: 'turn'})<-[:PART_OF*0..12]-(s:Scene)
RETURN s.id AS sceneId, turn.id AS turnId`;

export const readVectors = `
UNWIND $ids AS id
MATCH (p:Passage {id: id}) WHERE p.vectorModel = $model
RETURN p.id AS id, p.vector AS vector`;

/** Some titles for the middle of all short texts, those first that have a vector already; ids are as good as random. */
export const readTitles = `
MATCH (s:Scene {state: 'present'}) WHERE s.rootId = s.id
WITH s, CASE WHEN s.titleVectorOf = $model + '\\n' + s.title THEN s.titleVector END AS vector
RETURN s.title AS title, vector ORDER BY vector IS NULL, s.id LIMIT $limit`;

/** A scene by id with what tells where it lies: its formula, the vectors of what stands in it. */
export const readScene = `
MATCH (s:Scene {id: $id})
RETURN s.id AS id, s.rootId AS rootId, s.title AS title, s.kind AS kind, s.formula AS formula`;

/** A section of a note by its heading, in any case. */
export const findSection = `
MATCH (:Scene {id: $id})<-[:PART_OF*1..12]-(s:Scene) WHERE toLower(s.title) = $heading
RETURN s.id AS id ORDER BY coalesce(s.order, 0) LIMIT 1`;

export const readSceneVectors = `
MATCH (:Scene {id: $id})<-[:PART_OF*0..12]-(part:Scene)
MATCH (p:Passage {sceneId: part.id}) WHERE p.vectorModel = $model
RETURN p.vector AS vector`;

/** Notes that mention a concept or what is part of it; no row where there is none of that name. */
export const readConceptScenes = `
MATCH (c:Concept) WHERE toLower(c.name) = $name OR any(alias IN c.aliases WHERE toLower(alias) = $name)
OPTIONAL MATCH (c)<-[:PART_OF*0..8]-(:Concept)<-[r:MENTIONS]-(s:Scene) WHERE r.until IS NULL
WITH c, collect(DISTINCT s.rootId) AS ids
RETURN c.id AS id, ids`;

export const readRegions = `
MATCH (r:Region)
OPTIONAL MATCH (s:Scene)-[:IN_REGION]->(r)
WITH r, collect(s.id) AS ids ORDER BY r.scenes DESC
RETURN r.name AS name, ids`;

/** Links between notes, each pair once. */
export function readLinkPairs(kind: LinkKind): string {
  return `
MATCH (a:Scene)-[r:${relationshipType(kind)}]->(b:Scene) WHERE r.until IS NULL AND a.rootId <> b.rootId
RETURN DISTINCT a.rootId AS from, b.rootId AS to LIMIT 20000`;
}

/** What is part of what, or comes after what, as it stands. */
export function readStructurePairs(type: StructureType & ('PART_OF' | 'NEXT')): string {
  return `
MATCH (a:Scene)-[:${type}]->(b:Scene) WHERE a.kind = 'turn' OR a.rootId <> b.rootId
RETURN DISTINCT a.id AS from, b.id AS to LIMIT 20000`;
}

/** Scenes with the passage of theirs that lies nearest to `$probe`; the first one where there is no probe. */
export const readShown = `
UNWIND $ids AS id
MATCH (s:Scene {id: id})
OPTIONAL MATCH (source:Source {id: s.sourceId})
OPTIONAL MATCH (vault:Vault {id: s.vaultId})
CALL {
  WITH s
  MATCH (s)<-[:PART_OF*0..12]-(part:Scene)
  MATCH (p:Passage {sceneId: part.id}) WHERE p.vectorModel = $model
  RETURN p ORDER BY coalesce(vector.similarity.cosine(p.vector, $probe), 0) DESC, p.start LIMIT 1
}
RETURN s.id AS id, s.title AS title, vault.name AS vault, source.path AS path, p {.id, .start, .end, .text} AS passage`;

/**
 * What each named thing is made of, in the order of `$ids`: of a scene the words that stand in it and its formula, of a concept the notes that mention it (formulas are no notes).
 * Empty for what is gone.
 */
export const readMade = `
UNWIND range(0, size($ids) - 1) AS at
OPTIONAL MATCH (s:Scene {id: $ids[at]})
OPTIONAL MATCH (c:Concept {id: $ids[at]})
WITH at, s, c,
  COLLECT { MATCH (s)<-[:PART_OF*0..12]-(part:Scene) MATCH (p:Passage {sceneId: part.id}) RETURN p.hash ORDER BY p.hash } AS hashes,
  COLLECT { MATCH (c)<-[:PART_OF*0..8]-(:Concept)<-[r:MENTIONS]-(by:Scene)
    WHERE r.until IS NULL AND by.formulaDigest IS NULL RETURN DISTINCT by.rootId ORDER BY by.rootId } AS by
RETURN coalesce(s.formula, '') AS formula, hashes + by AS made ORDER BY at`;

/** Scenes that are formulas and nothing else; those of packs, which have a text of their own, too. */
export const listFormulas = `
MATCH (s:Scene) WHERE s.formula IS NOT NULL AND s.until IS NULL AND ($id IS NULL OR s.id = $id)
RETURN s.id AS id, s.title AS title, s.formula AS text, coalesce(s.formulaNames, []) AS names, s.formulaDigest AS digest,
  'person' IN coalesce(s.heldBy, []) AS isOwn ORDER BY toLower(s.title), s.id`;

/** Its links that a person made: what the formula names. */
export const readNamedLinks = `
MATCH (:Scene {id: $id})-[r:LINKS_TO|MENTIONS {origin: 'person'}]->(b)
RETURN toLower(type(r)) AS kind, CASE WHEN b:Scene THEN 'Scene' ELSE 'Concept' END AS label, b.id AS id`;

/** Which of these are scenes, and which concepts. */
export const readLabels = `
UNWIND $ids AS id
OPTIONAL MATCH (s:Scene {id: id})
OPTIONAL MATCH (c:Concept {id: id})
WITH id, s, c WHERE s IS NOT NULL OR c IS NOT NULL
RETURN id, CASE WHEN s IS NOT NULL THEN 'Scene' ELSE 'Concept' END AS label`;

/** Where these scenes lie on the map. */
export const readPositions = `
UNWIND $ids AS id
MATCH (s:Scene {id: id})
MATCH (root:Scene {id: s.rootId}) WHERE root.x IS NOT NULL
RETURN id, root.x AS x, root.y AS y`;
