export const readVaultSources = `
MATCH (s:Source {vaultId: $vaultId})
RETURN s.id AS id, s.path AS path, s.hash AS hash, s.scenesDigest AS scenesDigest, s.linksDigest AS linksDigest
ORDER BY path`;

export const readVaultScenes = `
MATCH (n:Scene {vaultId: $vaultId})
RETURN n.id AS id, n.sourceId AS sourceId, coalesce(n.key, '') AS key, n.kind AS kind, n.state AS state
ORDER BY id`;

export const readPassageHashes = `
UNWIND $sourceIds AS sourceId
MATCH (p:Passage)-[:OF]->(n:Scene {sourceId: sourceId})
RETURN n.id AS sceneId, collect(p.hash) AS hashes`;

export const readSceneOwners = `
MATCH (n:Scene) WHERE n.id IN $ids AND (n.vaultId IS NULL OR n.vaultId <> $vaultId)
RETURN n.id AS id, n.vaultId AS vaultId, n.sourceId AS sourceId`;
