/** Something other than its file holds the scene: a pack, a person, a link that someone wrote or accepted. */
const isHeld = `(any(h IN n.heldBy WHERE NOT h STARTS WITH 'source:')
  OR EXISTS { MATCH (n)-[r]-() WHERE r.origin IN ['person', 'model'] })`;

/** Their text goes with them, and their passages' offsets point into it from now on. */
export const keepLeavingPassages = `
UNWIND $ids AS id
MATCH (p:Passage)-[:OF]->(n:Scene {id: id}) WHERE ${isHeld} AND n.sourceId IS NOT NULL
SET p.start = p.start - n.start, p.end = p.end - n.start, p.rootId = n.id`;

/** Offsets are UTF-16, Cypher's substring() counts code points: words are cut by the caller. */
export const readLeavingWords = `
UNWIND $ids AS id
MATCH (n:Scene {id: id}) WHERE ${isHeld} AND n.sourceId IS NOT NULL
MATCH (s:Source {id: n.sourceId})
RETURN s.text AS text, collect({id: n.id, start: n.start, end: n.end}) AS scenes`;

export const keepLeavingScenes = `
UNWIND $rows AS row
MATCH (n:Scene {id: row.id})
SET n.body = row.body,
    n.state = 'gone', n.rootId = n.id, n.sourceId = null, n.start = null, n.end = null, n.order = null,
    n.key = row.key, n.heldBy = [h IN n.heldBy WHERE NOT h STARTS WITH 'source:']
WITH n
OPTIONAL MATCH (n)-[r:FROM|PART_OF|NEXT]->()
DELETE r`;

export const removeLeavingPassages = `
UNWIND $ids AS id
MATCH (p:Passage)-[:OF]->(n:Scene {id: id}) WHERE n.state <> 'gone'
DETACH DELETE p`;

export const removeLeavingScenes = `
UNWIND $ids AS id
MATCH (n:Scene {id: id}) WHERE n.state <> 'gone'
DETACH DELETE n`;

export const removeSources = `
UNWIND $ids AS id
MATCH (s:Source {id: id})
DETACH DELETE s`;
