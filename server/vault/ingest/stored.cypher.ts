const sourceRow = `
RETURN s.id AS id, s.path AS path, coalesce(s.file, s.path) AS file, s.stamp AS stamp, s.hash AS hash,
  s.scenesDigest AS scenesDigest, s.linksDigest AS linksDigest
ORDER BY path`;

export const readVaultSources = `
MATCH (s:Source {vaultId: $vaultId})${sourceRow}`;

export const readSources = `
UNWIND $ids AS id
MATCH (s:Source {id: id})${sourceRow}`;

export const readOutlines = `
UNWIND $ids AS id
MATCH (s:Source {id: id})
RETURN s.id AS id, s.outline AS outline`;

/** Scenes that no source's outline tells: missing, drafted, gone; and those of sources without one. */
export const readVaultScenes = `
MATCH (n:Scene {vaultId: $vaultId}) WHERE n.sourceId IS NULL OR n.sourceId IN $sourceIds
RETURN n.id AS id, n.sourceId AS sourceId, coalesce(n.key, '') AS key, n.kind AS kind
ORDER BY id`;

export const readPassageHashes = `
UNWIND $sourceIds AS sourceId
MATCH (p:Passage)-[:OF]->(n:Scene {sourceId: sourceId})
RETURN n.id AS sceneId, collect(p.hash) AS hashes`;

export const readSceneOwners = `
MATCH (n:Scene) WHERE n.id IN $ids AND (n.vaultId IS NULL OR n.vaultId <> $vaultId)
RETURN n.id AS id, n.vaultId AS vaultId, n.sourceId AS sourceId`;

export const readFileScenes = `
UNWIND $ids AS id
MATCH (n:Scene {id: id}) WHERE n.sourceId IS NOT NULL
RETURN n.id AS id`;
