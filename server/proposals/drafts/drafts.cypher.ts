/** Scenes that are called for and were never written, the most called first, with the sentences that call for them. */
export const readMissing = `
MATCH (a:Scene)-[r:LINKS_TO|CITES]->(m:Scene {state: 'missing'})
WHERE r.until IS NULL AND ($vaultId IS NULL OR a.vaultId = $vaultId) AND ($sceneId IS NULL OR m.id = $sceneId)
WITH m, a, r ORDER BY a.id
WITH m, collect({caller: a.id, root: a.rootId, passages: r.evidencePassages, starts: r.evidenceStarts, ends: r.evidenceEnds}) AS calls
RETURN m.id AS id, m.title AS title, m.aliases AS aliases, calls
ORDER BY size(calls) DESC, id`;

export const readPassageTexts = `
MATCH (p:Passage) WHERE $vaultId IS NULL OR p.vaultId = $vaultId
RETURN p.id AS id, p.sceneId AS sceneId, p.rootId AS rootId, p.text AS text
ORDER BY rootId, p.start`;

export const readSceneVault = `
MATCH (a:Scene)-[:LINKS_TO|CITES]->(m:Scene {id: $sceneId}) WHERE a.vaultId IS NOT NULL
RETURN a.vaultId AS id LIMIT 1`;
