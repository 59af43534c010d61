/** Vaults of which the person wanted no vectors; their passages may take those of the same text elsewhere. */
const leaveOut = `
OPTIONAL MATCH (v:Vault {embed: false})
WITH collect(v.id) AS leftOut`;
const isWanted = "($vaultId IS NULL OR p.vaultId = $vaultId) AND NOT coalesce(p.vaultId, '') IN leftOut";

/** Distinct texts without a vector of this model, most useful first: of scenes with most links, then the newest. */
export const findUnembedded = `${leaveOut}
MATCH (p:Passage)
WHERE (p.vectorModel IS NULL OR p.vectorModel <> $model) AND ${isWanted}
WITH p.rootId AS rootId, collect(p {.hash, .start}) AS passages
OPTIONAL MATCH (s:Scene {id: rootId})
WITH passages, COUNT { (s)--(:Scene) } AS degree, coalesce(s.at, '') AS at
ORDER BY degree DESC, at DESC
UNWIND passages AS passage
RETURN passage.hash AS hash`;

/** The same for the notes of these scenes, in their order, a few at a time. */
export const findUnembeddedOf = `${leaveOut}
UNWIND range(0, size($sceneIds) - 1) AS at
MATCH (s:Scene {id: $sceneIds[at]})
MATCH (part:Scene {rootId: s.rootId})
MATCH (p:Passage {sceneId: part.id})
WHERE (p.vectorModel IS NULL OR p.vectorModel <> $model) AND ${isWanted} AND NOT p.hash IN $failed
RETURN p.hash AS hash, min(at) AS first, min(p.start) AS start
ORDER BY first, start LIMIT $limit`;

/** Whether any vector is another model's. */
export const hasOtherVectors = `
RETURN EXISTS { MATCH (p:Passage) WHERE p.vectorModel <> $model } AS found`;

export const countPassages = `${leaveOut}
MATCH (p:Passage) WHERE ${isWanted}
RETURN count(p) AS passages, count(CASE WHEN p.vectorModel = $model THEN 1 END) AS embedded`;

export const readTextsByHash = `
UNWIND $hashes AS hash
MATCH (p:Passage {hash: hash})
WITH hash, head(collect(p.text)) AS text
RETURN hash, text`;

/** One vector for every passage with that text: a copy costs no model. */
export const writeVectors = `
UNWIND $rows AS row
MATCH (p:Passage {hash: row.hash})
WHERE p.vectorModel IS NULL OR p.vectorModel <> $model
CALL db.create.setNodeVectorProperty(p, 'vector', row.vector)
SET p.vectorModel = $model
RETURN p.id AS id, coalesce(p.vaultId, '') AS vaultId, p.hash AS hash`;

/** Texts that this model has embedded already, elsewhere in the field. */
export const copyKnownVectors = `
MATCH (p:Passage)
WHERE p.vectorModel IS NULL OR p.vectorModel <> $model
MATCH (q:Passage {hash: p.hash}) WHERE q.vectorModel = $model
WITH p, head(collect(q.vector)) AS vector
CALL db.create.setNodeVectorProperty(p, 'vector', vector)
SET p.vectorModel = $model
RETURN count(p) AS copied`;

export const readVectorIndex = `
SHOW VECTOR INDEXES YIELD name, options WHERE name = 'passage_vector'
RETURN options.indexConfig['vector.dimensions'] AS dimensions`;

export const dropVectorIndex = 'DROP INDEX passage_vector IF EXISTS';

export const createVectorIndex = `
CREATE VECTOR INDEX passage_vector IF NOT EXISTS FOR (n:Passage) ON (n.vector) OPTIONS $options`;
