/** Scenes that are called for and were never written, the most called first, with the sentences that call for them. */
export const readMissing = `
MATCH (a:Scene)-[r:LINKS_TO|CITES]->(m:Scene {state: 'missing'})
WHERE r.until IS NULL AND m.mergedInto IS NULL AND ($vaultId IS NULL OR a.vaultId = $vaultId) AND ($sceneId IS NULL OR m.id = $sceneId)
WITH m, a, r ORDER BY a.id
WITH m, collect({caller: a.id, root: a.rootId, vaultId: a.vaultId, passages: r.evidencePassages, starts: r.evidenceStarts, ends: r.evidenceEnds}) AS calls
RETURN m.id AS id, m.title AS title, m.aliases AS aliases, calls
ORDER BY size(calls) DESC, id`;

const passage = `
MATCH (n:Scene {id: p.sceneId})
RETURN p.id AS id, p.sceneId AS sceneId, p.rootId AS rootId, n.vaultId AS vaultId, p.text AS text, n.title AS title
ORDER BY rootId, p.start`;

export const readPassageTexts = `
MATCH (p:Passage) WHERE $vaultId IS NULL OR p.vaultId = $vaultId
${passage}`;

/** Those that hold every part of one of the names, and those with the given ids. Parts are in lower case, ё as е, without stress marks. */
export const readPassagesNaming = `
MATCH (p:Passage)
WITH p, replace(replace(toLower(p.text), 'ё', 'е'), $stress, '') AS plain
WHERE p.id IN $ids OR any(parts IN $names WHERE all(part IN parts WHERE plain CONTAINS part))
WITH p
${passage}`;

/** What the notes that are there go by. */
export const readNames = `
MATCH (s:Scene {state: 'present'}) WHERE s.rootId = s.id AND ($vaultId IS NULL OR s.vaultId = $vaultId)
RETURN s.title AS title, coalesce(s.aliases, []) AS aliases`;

/** The best draft of a scene that waits and that no model has written to its end. */
export const readUndrafted = `
MATCH (p:Proposal {kind: 'scene'}) WHERE p.name IS NULL AND p.state IN ['pending', 'later'] AND coalesce(p.declinedBy, '') <> $version
  AND (p.model IS NULL OR p.isDrafting = true)
RETURN p.toId AS sceneId ORDER BY p.state DESC, p.rank`;

export const readStanding = `
MATCH (p:Proposal {id: $id})
RETURN p.draft AS draft, p.model AS model, p.taskVersion AS version, coalesce(p.isDrafting, false) AS isDrafting`;

/** Nothing comes back when it is decided by now: what a person decided on stays as it was. */
export const writeDraft = `
MATCH (p:Proposal {id: $id}) WHERE p.state IN ['pending', 'later']
SET p += $props
RETURN p.id AS id`;
