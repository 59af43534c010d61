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
MATCH (n:Scene {id: p.sceneId})
RETURN p.id AS id, p.sceneId AS sceneId, p.rootId AS rootId, p.text AS text, n.title AS title
ORDER BY rootId, p.start`;

/** Drafts of scenes that wait and that no model has written yet. */
export const readUndrafted = `
MATCH (p:Proposal {kind: 'scene'}) WHERE p.state IN ['pending', 'later'] AND p.model IS NULL AND coalesce(p.declinedBy, '') <> $version
RETURN p.toId AS sceneId, p.id AS id ORDER BY p.rank`;
