/** Ids after `$after` in their order: those of one page. */
export const readEmbeddedIds = `
MATCH (p:Passage) USING INDEX p:Passage(id)
WHERE p.id > $after AND p.vectorModel = $model
RETURN p.id AS id ORDER BY p.id LIMIT $limit`;

export const readVectors = `
UNWIND $ids AS id
MATCH (p:Passage {id: id}) WHERE p.vectorModel = $model
RETURN p.id AS id, coalesce(p.vaultId, '') AS vaultId, p.vector AS vector`;

/** By the floats that are stored. A passage that is gone, or has another model's vector, is not among the rows. */
export const scoreContenders = `
UNWIND $ids AS id
MATCH (p:Passage {id: id}) WHERE p.vectorModel = $model
RETURN p.id AS id, vector.similarity.cosine(p.vector, $vector) AS score`;
