export const countAllScenes = 'MATCH (n:Scene) RETURN count(n) AS scenes';

export const findScenes = `
UNWIND $ids AS id
MATCH (n:Scene {id: id}) USING INDEX SEEK n:Scene(id)
RETURN n.id AS id`;

/** A scene that was drafted or written here and whose note is there now: the earlier text stays readable. */
export const keepDrafts = `
UNWIND $ids AS id
MATCH (n:Scene {id: id}) WHERE n.sourceId IS NULL AND n.kind IN ['draft', 'written'] AND n.body IS NOT NULL
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
MATCH (s:Source {id: row.sourceId}) USING INDEX SEEK s:Source(id)
MERGE (n)-[:FROM]->(s)`;

/**
 * Sources of which the graph has nothing, whole. They come as lists in the order below: names sent with each of them would be half of what goes
 * over the wire, and a map of properties is set more slowly than named ones.
 */
export const createSources = `
MATCH (v:Vault {id: $vaultId})
UNWIND range(0, size($rows) - 1) AS at
WITH v, at, $rows[at].source AS f
CREATE (s:Source {
  id: f[0], vaultId: $vaultId, path: f[1], file: f[2], stamp: f[3], hash: f[4], bytes: f[5], mtimeMs: f[6], encoding: f[7], text: f[8],
  constructs: f[9], fault: f[10], scenesDigest: f[11], outline: f[12]
})-[:IN]->(v)
WITH s, at, $rows[at].heldBy AS heldBy, $rows[at].rootId AS rootId
UNWIND $rows[at].scenes AS c
CREATE (n:Scene {
  id: c[0], title: c[1], kind: c[2], state: 'present', origin: 'vault', aliases: c[3], rootId: rootId, vaultId: $vaultId, sourceId: s.id,
  start: c[4], end: c[5], level: c[6], order: c[7], key: c[8], speaker: c[9], speakerRole: c[10], at: c[11], atFrom: c[12],
  since: $since, heldBy: heldBy
})-[:FROM]->(s)
FOREACH (p IN c[13] | CREATE (:Passage {
  id: p[0], sceneId: c[0], rootId: rootId, vaultId: $vaultId, start: p[1], end: p[2], text: p[3], hash: p[4]
})-[:OF]->(n))
WITH at, collect(n) AS made
UNWIND $rows[at].parts AS part
WITH made[part[0]] AS child, made[part[1]] AS whole
CREATE (child)-[:PART_OF]->(whole)`;

export const dropStructure = `
UNWIND $ids AS id
MATCH (n:Scene {id: id})-[r:FROM|PART_OF|NEXT]->()
DELETE r`;

export const writeParts = `
UNWIND $rows AS row
MATCH (child:Scene {id: row[0]}) USING INDEX SEEK child:Scene(id)
MATCH (parent:Scene {id: row[1]}) USING INDEX SEEK parent:Scene(id)
MERGE (child)-[:PART_OF]->(parent)`;

export const writeNext = `
UNWIND $rows AS row
MATCH (turn:Scene {id: row[0]}) USING INDEX SEEK turn:Scene(id)
MATCH (after:Scene {id: row[1]}) USING INDEX SEEK after:Scene(id)
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
MATCH (n:Scene {id: row.sceneId}) USING INDEX SEEK n:Scene(id)
MERGE (p:Passage {id: row.id})
SET p += row
MERGE (p)-[:OF]->(n)`;
