export const readVaults = `
MATCH (v:Vault)
RETURN v.id AS id, v.name AS name, v.path AS path, v.readAt AS readAt,
  COUNT { (:Source)-[:IN]->(v) } AS sources,
  COUNT { MATCH (n:Scene {vaultId: v.id}) WHERE n.state = 'present' } AS scenes
ORDER BY name`;

export const writeVault = `
MERGE (v:Vault {id: $id})
ON CREATE SET v.addedAt = $now
SET v.name = $name, v.path = $path`;

/** Whether its passages are to have vectors. */
export const writeEmbeds = `
MATCH (v:Vault {name: $name}) SET v.embed = $embed`;

export const writeReport = `
MATCH (v:Vault {id: $id}) SET v.readAt = $now, v.report = $report, v.stamp = $stamp, v.others = $others`;

/** `stamp` stands for the files that were read last. */
export const readStamped = `
MATCH (v:Vault {path: $path}) WHERE v.stamp = $stamp RETURN v.id AS id, v.name AS name, v.report AS report`;

/** Until it is through, nothing stands for what the graph has of the folder. */
export const beginReading = `
MATCH (v:Vault {id: $id}) REMOVE v.stamp`;

/** `others`: JSON of the files that gave no source. `stamp` is missing where the last reading was not through. */
export const readFolderKnown = `
MATCH (v:Vault {path: $path})
RETURN v.id AS id, coalesce(v.others, '[]') AS others, v.readAt AS readAt, v.stamp AS stamp, v.report AS report`;

export const readReport = `
MATCH (v:Vault {name: $name}) RETURN v.report AS report`;

export const countScenes = `
MATCH (n:Scene {vaultId: $vaultId})
RETURN count(CASE WHEN n.state = 'present' THEN 1 END) AS scenes, count(CASE WHEN n.state = 'missing' THEN 1 END) AS missing`;

/** Those of a folder: talks with the field lie in none. */
export const findVaults = `
MATCH (v:Vault) WHERE v.path <> '' RETURN v.id AS id, v.name AS name, v.path AS path`;

/** `others`: JSON of the files that are no sources. */
export const readVaultFiles = `
MATCH (v:Vault) WHERE v.name = $name
RETURN v.id AS id, v.name AS name, coalesce(v.others, '[]') AS others`;

export const readSourceCoverage = `
MATCH (s:Source {vaultId: $id})
RETURN s.path AS path, coalesce(s.constructs, '{}') AS constructs, s.fault AS fault ORDER BY path`;
