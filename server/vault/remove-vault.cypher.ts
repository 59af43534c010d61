/** A vault of a folder: talks with the field lie in none, and go by undoing them. */
export const findVault = `MATCH (v:Vault {name: $name}) WHERE v.path <> '' RETURN v.id AS id`;

export const readVaultHolds = `
MATCH (s:Source {vaultId: $vaultId})
OPTIONAL MATCH (n:Scene {sourceId: s.id})
RETURN s.id AS sourceId, s.path AS path, [scene IN collect(n) | {id: scene.id, key: coalesce(scene.key, '')}] AS scenes
ORDER BY sourceId`;

export const countHeld = `
MATCH (n:Scene {vaultId: $vaultId})
RETURN count(n) AS scenes,
  count(CASE WHEN any(h IN n.heldBy WHERE NOT h STARTS WITH 'source:')
    OR EXISTS { MATCH (n)-[r]-() WHERE r.origin IN ['person', 'model'] } THEN 1 END) AS kept,
  COUNT { MATCH (s:Source {vaultId: $vaultId}) } AS sources`;

export const countNodes = `
MATCH (n:Source|Scene|Passage|Concept|Vault) WHERE n.id IS NOT NULL
RETURN labels(n)[0] AS label, count(*) AS count`;

/** What stays without a file stays without this vault, too. */
export const leaveVault = `
MATCH (v:Vault {id: $vaultId})
OPTIONAL MATCH (n:Scene {vaultId: $vaultId})
OPTIONAL MATCH (p:Passage)-[:OF]->(n)
SET n.vaultId = null, p.vaultId = null
WITH DISTINCT v
DETACH DELETE v`;
