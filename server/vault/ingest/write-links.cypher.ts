/** Takes back what files no longer say; what something else holds, too, stays. Returns whose links went and what they led to. */
export const dropLinks = `
UNWIND $sceneIds AS id
MATCH (n:Scene {id: id})-[r:LINKS_TO|CITES|MENTIONS]->(target)
WHERE r.origin = 'vault' AND NOT r.id IN $keep
WITH r, target, coalesce(n.sourceId, '') AS sourceId, [h IN coalesce(r.heldBy, []) WHERE NOT h STARTS WITH 'source:'] AS rest
FOREACH (_ IN CASE WHEN size(rest) = 0 THEN [1] ELSE [] END | DELETE r)
FOREACH (_ IN CASE WHEN size(rest) > 0 THEN [1] ELSE [] END | SET r.heldBy = rest)
RETURN DISTINCT sourceId, target.id AS targetId`;

/** `keep`: what the same source still names. A concept goes with its last holder, unless a person or a model has linked it. */
export const releaseConcepts = `
UNWIND $rows AS row
MATCH (c:Concept {id: row.targetId})-[:PART_OF*0..8]->(p:Concept) WHERE NOT p.id IN row.keep
WITH p, collect(DISTINCT 'source:' + row.sourceId) AS holders
SET p.heldBy = [h IN p.heldBy WHERE NOT h IN holders]
WITH p WHERE size(p.heldBy) = 0 AND NOT EXISTS { MATCH (p)-[r]-() WHERE r.origin IN ['person', 'model'] }
DETACH DELETE p`;

export const releaseMissing = `
UNWIND $rows AS row
MATCH (m:Scene {id: row.targetId}) WHERE m.sourceId IS NULL AND NOT m.id IN row.keep
WITH m, collect(DISTINCT 'source:' + row.sourceId) AS holders
SET m.heldBy = [h IN m.heldBy WHERE NOT h IN holders]
WITH m WHERE size(m.heldBy) = 0 AND NOT EXISTS { MATCH (m)-[r]-() WHERE r.origin IN ['person', 'model'] }
OPTIONAL MATCH (p:Passage)-[:OF]->(m)
DETACH DELETE p, m`;

export const writeMissing = `
UNWIND $rows AS row
MERGE (m:Scene {id: row.id})
ON CREATE SET m.title = row.title, m.kind = 'note', m.state = 'missing', m.origin = 'vault', m.aliases = [],
  m.rootId = row.id, m.vaultId = $vaultId, m.since = $since, m.heldBy = []
WITH m, row WHERE m.sourceId IS NULL
SET m.key = 'missing:' + row.name, m.heldBy = [h IN m.heldBy WHERE NOT h IN row.holders] + row.holders`;

export const writeConcepts = `
UNWIND $rows AS row
MERGE (c:Concept {id: row.id})
ON CREATE SET c.name = row.name, c.aliases = row.aliases, c.from = row.from, c.origin = 'vault', c.since = $since, c.heldBy = []
SET c.heldBy = [h IN c.heldBy WHERE NOT h IN row.holders] + row.holders`;

export const writeConceptParts = `
UNWIND $rows AS row
MATCH (c:Concept {id: row.id}) USING INDEX SEEK c:Concept(id)
MATCH (p:Concept {id: row.parentId}) USING INDEX SEEK p:Concept(id)
MERGE (c)-[:PART_OF]->(p)`;

const setLink = `
ON CREATE SET r.since = $since, r.origin = 'vault'
SET r.embed = row.embed, r.evidencePassages = row.evidencePassages, r.evidenceStarts = row.evidenceStarts,
    r.evidenceEnds = row.evidenceEnds,
    r.heldBy = ['source:' + row.sourceId] + [h IN coalesce(r.heldBy, []) WHERE NOT h STARTS WITH 'source:']`;

const between = (to: 'Scene' | 'Concept') => `
UNWIND $rows AS row
MATCH (a:Scene {id: row.from}) USING INDEX SEEK a:Scene(id)
MATCH (b:${to} {id: row.to}) USING INDEX SEEK b:${to}(id)`;

/** A scene that this ingest made has no links yet: its own are whole rows, as lists in this order, all of one scene together. */
const create = (type: string, to: 'Scene' | 'Concept') => `
UNWIND $rows AS row
MATCH (a:Scene {id: row.from}) USING INDEX SEEK a:Scene(id)
UNWIND row.links AS link
MATCH (b:${to} {id: link[0]}) USING INDEX SEEK b:${to}(id)
CREATE (a)-[:${type} {
  id: link[1], embed: link[2], evidencePassages: link[3], evidenceStarts: link[4], evidenceEnds: link[5],
  since: $since, origin: 'vault', heldBy: row.heldBy
}]->(b)`;

export const createLinksTo = create('LINKS_TO', 'Scene');
export const createCites = create('CITES', 'Scene');
export const createMentions = create('MENTIONS', 'Concept');

export const writeLinksTo = `${between('Scene')}
MERGE (a)-[r:LINKS_TO {id: row.id}]->(b) ${setLink}`;

export const writeCites = `${between('Scene')}
MERGE (a)-[r:CITES {id: row.id}]->(b) ${setLink}`;

export const writeMentions = `${between('Concept')}
MERGE (a)-[r:MENTIONS {id: row.id}]->(b) ${setLink}`;

export const markLinksWritten = `
UNWIND $rows AS row
MATCH (s:Source {id: row.id}) USING INDEX SEEK s:Source(id)
SET s.linksDigest = row.digest`;
