import { anyLink } from '../../../graph-schema/link-kinds.ts';

/** Roots that can be linked: notes and free-standing scenes that are there. */
export const readRoots = `
MATCH (n:Scene {state: 'present'}) WHERE n.rootId = n.id AND ($vaultId IS NULL OR n.vaultId = $vaultId)
OPTIONAL MATCH (s:Source {id: n.sourceId})
RETURN n.id AS id, n.title AS title, n.aliases AS aliases, n.vaultId AS vaultId, n.body AS body, s.path AS path, s.text AS text
ORDER BY vaultId, path, id`;

export const readRootPassages = `
MATCH (p:Passage) WHERE $vaultId IS NULL OR p.vaultId = $vaultId
RETURN p.id AS id, p.rootId AS rootId, p.start AS start, p.end AS end
ORDER BY rootId, start`;

export const countRootVectors = `
MATCH (p:Passage) WHERE $vaultId IS NULL OR p.vaultId = $vaultId
RETURN count(p) AS passages, count(CASE WHEN p.vectorModel = $model THEN 1 END) AS embedded`;

export const readRootVectors = `
MATCH (p:Passage) WHERE p.vectorModel = $model AND ($vaultId IS NULL OR p.vaultId = $vaultId)
RETURN p.text AS text, p.vector AS vector`;

/** Every link between two roots, whoever says it. */
export const readRootLinks = `
MATCH (a:Scene)-[r:${anyLink}]->(b:Scene)
WHERE r.until IS NULL AND a.rootId <> b.rootId AND ($vaultId IS NULL OR a.vaultId = $vaultId)
RETURN DISTINCT a.rootId AS from, b.rootId AS to`;

export const readVaultByName = `
MATCH (v:Vault) WHERE v.name = $vault OR v.id = $vault RETURN v.id AS id`;

export const readRegionRoots = `
MATCH (n:Scene)-[:IN_REGION]->(:Region {id: $regionId}) RETURN n.rootId AS id`;

export const readRootOf = `
MATCH (n:Scene {id: $sceneId}) RETURN n.rootId AS id`;
