export const findScenes = `
UNWIND $ids AS id
MATCH (n:Scene {id: id}) RETURN n.id AS id`;

/** A drafted scene whose note is now written: the draft stays readable. */
export const keepDrafts = `
UNWIND $ids AS id
MATCH (n:Scene {id: id}) WHERE n.sourceId IS NULL AND n.kind = 'draft' AND n.body IS NOT NULL
SET n.earlierBody = n.body`;

export const writeSources = `
MATCH (v:Vault {id: $vaultId})
UNWIND $rows AS row
MERGE (s:Source {id: row.id})
SET s += row
MERGE (s)-[:IN]->(v)`;

export const restamp = `
UNWIND $rows AS row
MATCH (s:Source {id: row.id}) SET s.stamp = row.stamp, s.mtimeMs = row.mtimeMs`;

export const writeScenes = `
UNWIND $rows AS row
MERGE (n:Scene {id: row.id})
ON CREATE SET n.since = $since
SET n += row,
    n.heldBy = ['source:' + row.sourceId] + [h IN coalesce(n.heldBy, []) WHERE NOT h STARTS WITH 'source:']
WITH n, row
MATCH (s:Source {id: row.sourceId})
MERGE (n)-[:FROM]->(s)`;

export const dropStructure = `
UNWIND $ids AS id
MATCH (n:Scene {id: id})-[r:PART_OF|NEXT]->()
DELETE r`;

export const writeParts = `
UNWIND $rows AS row
MATCH (child:Scene {id: row[0]}) MATCH (parent:Scene {id: row[1]})
MERGE (child)-[:PART_OF]->(parent)`;

export const writeNext = `
UNWIND $rows AS row
MATCH (turn:Scene {id: row[0]}) MATCH (after:Scene {id: row[1]})
MERGE (turn)-[:NEXT]->(after)`;

export const readStalePassages = `
UNWIND $sceneIds AS id
MATCH (p:Passage)-[:OF]->(n:Scene {id: id}) WHERE NOT p.id IN $keep
RETURN p.id AS id`;

export const dropPassages = `
UNWIND $sceneIds AS id
MATCH (p:Passage)-[:OF]->(n:Scene {id: id}) WHERE NOT p.id IN $keep
DETACH DELETE p`;

/** A passage that stayed keeps its vector: its id says that its text is the same. */
export const writePassages = `
UNWIND $rows AS row
MATCH (n:Scene {id: row.sceneId})
MERGE (p:Passage {id: row.id})
SET p += row
MERGE (p)-[:OF]->(n)`;
