import { anyLink } from '../../../graph-schema/link-kinds.ts';
import { conversationsVaultId } from '../../../graph-schema/views/conversation-view.ts';

/** Roots that can be linked: notes and free-standing scenes that are there. What was said of notes in a talk with the field is no note. */
const asRoot = `
WHERE n.rootId = n.id AND ($vaultId IS NULL OR n.vaultId = $vaultId) AND coalesce(n.vaultId, '') <> '${conversationsVaultId}'
OPTIONAL MATCH (s:Source {id: n.sourceId})
RETURN n.id AS id, n.title AS title, n.aliases AS aliases, n.vaultId AS vaultId, n.body AS body, s.path AS path, s.text AS text`;

export const readRoots = `MATCH (n:Scene {state: 'present'}) ${asRoot}`;

export const readRootsOf = `UNWIND $ids AS id MATCH (n:Scene {id: id, state: 'present'}) ${asRoot}`;

const asPassage = `
RETURN p.id AS id, p.rootId AS rootId, p.start AS start, p.end AS end
ORDER BY rootId, start`;

export const readRootPassages = `
MATCH (p:Passage) WHERE $vaultId IS NULL OR p.vaultId = $vaultId ${asPassage}`;

export const readRootPassagesOf = `
UNWIND $ids AS id MATCH (:Scene {rootId: id})<-[:OF]-(p:Passage)
WITH DISTINCT p ${asPassage}`;

/** Every link between two roots, whoever says it. */
const isBetweenRoots = `r.until IS NULL AND a.rootId <> b.rootId AND ($vaultId IS NULL OR a.vaultId = $vaultId)`;

export const readRootLinks = `
MATCH (a:Scene)-[r:${anyLink}]->(b:Scene) WHERE ${isBetweenRoots}
RETURN DISTINCT a.rootId AS from, b.rootId AS to`;

/** The same out of these roots and into them. */
export const readRootLinksOf = `
UNWIND $ids AS id
CALL {
  WITH id
  MATCH (a:Scene {rootId: id})-[r:${anyLink}]->(b:Scene) WHERE ${isBetweenRoots} RETURN a, b
  UNION
  WITH id
  MATCH (b:Scene {rootId: id})<-[r:${anyLink}]-(a:Scene) WHERE ${isBetweenRoots} RETURN a, b
}
RETURN DISTINCT a.rootId AS from, b.rootId AS to`;

/** What each change since touched; and when the last known one was made, which tells one log from another. */
export const readNews = `
OPTIONAL MATCH (known:Change {number: $known})
WITH toString(known.at) AS knownAt
OPTIONAL MATCH (c:Change) WHERE c.number > $since
RETURN knownAt, c.number AS number, toString(c.at) AS at, c.kind AS kind, c.touches AS touches ORDER BY number`;

export const readLastChange = `
OPTIONAL MATCH (c:Change)
WITH c ORDER BY c.number DESC LIMIT 1
RETURN coalesce(c.number, 0) AS number, toString(c.at) AS at`;

export const readRootIdsOf = `
UNWIND $ids AS id MATCH (s:Scene {id: id}) RETURN DISTINCT s.rootId AS id`;

export const countRootVectors = `
MATCH (p:Passage) WHERE $vaultId IS NULL OR p.vaultId = $vaultId
RETURN count(p) AS passages, count(CASE WHEN p.vectorModel = $model THEN 1 END) AS embedded`;

export const readPassageVectors = `
UNWIND $ids AS id
MATCH (p:Passage {id: id}) WHERE p.vectorModel = $model
RETURN p.text AS text, p.vector AS vector`;

export const readTitleVectors = `
UNWIND $ids AS id
MATCH (n:Scene {id: id}) WHERE n.titleVectorOf = $model + '\\n' + n.title
RETURN n.title AS text, n.titleVector AS vector`;

export const writeTitleVectors = `
UNWIND $rows AS row
MATCH (n:Scene {id: row.id}) WHERE n.title = row.title
CALL db.create.setNodeVectorProperty(n, 'titleVector', row.vector)
SET n.titleVectorOf = $model + '\\n' + n.title`;

export const readRegionRoots = `
MATCH (n:Scene)-[:IN_REGION]->(:Region {id: $regionId}) RETURN n.rootId AS id`;

export const readRootOf = `
MATCH (n:Scene {id: $sceneId}) RETURN n.rootId AS id`;
