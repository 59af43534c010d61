export const scenesByPath = `
MATCH (n:Scene)-[:FROM]->(s:Source) RETURN n.id AS id, n.title AS title, s.path AS path, n.kind AS kind ORDER BY path, n.order`;
export const sceneState = `
MATCH (n:Scene {id: $id}) RETURN n.state AS state, n.kind AS kind, n.body AS body, n.earlierBody AS earlierBody, n.title AS title, n.origin AS origin, n.heldBy AS heldBy`;
export const missingTitles = `MATCH (n:Scene {state: 'missing'}) RETURN n.title AS title, n.id AS id ORDER BY title`;
export const passagesOf = `MATCH (p:Passage)-[:OF]->(n:Scene {id: $id}) RETURN p.id AS id, p.start AS start, p.text AS text ORDER BY start`;
export const linksBetween = `
MATCH (a:Scene {id: $from})-[r]->(b:Scene {id: $to}) RETURN r.id AS id, type(r) AS type, r.origin AS origin,
  r.evidencePassages AS passages, r.evidenceStarts AS starts, r.evidenceEnds AS ends, r.heldBy AS heldBy ORDER BY type`;
export const conceptNamed = `
MATCH (c:Concept {name: $name}) OPTIONAL MATCH (c)-[:PART_OF]->(p:Concept) RETURN c.heldBy AS heldBy, p.name AS parent, c.from AS from`;
/** Every node and relationship with all its properties, for comparing two states of the field. */
export const everything = `
CALL {
  MATCH (n) WHERE NOT n:Migration AND NOT n:Vault
  RETURN labels(n)[0] + ' ' + coalesce(n.id, toString(n.number), n.name) AS key, properties(n) AS properties
  UNION ALL
  MATCH (a)-[r]->(b) WHERE NOT b:Vault
  RETURN type(r) + ' ' + coalesce(a.id, '') + ' ' + coalesce(b.id, '') AS key, properties(r) AS properties
}
RETURN key, properties ORDER BY key`;
export const countChanges = `MATCH (c:Change {kind: 'ingest'}) RETURN count(c) AS count`;
export const nextTurns = `MATCH (a:Scene)-[:NEXT]->(b:Scene) RETURN a.id AS from, b.id AS to`;
export const parentOf = `MATCH (:Scene {id: $id})-[:PART_OF]->(p:Scene) RETURN p.id AS id`;
export const citesOf = `MATCH (:Scene)-[r:CITES]->(b:Scene) RETURN b.title AS title, size(r.evidencePassages) AS quotes ORDER BY title`;
export const vaultNode = `
MATCH (v:Vault) RETURN v.id AS id, v.name AS name, v.path AS path, v.addedAt AS addedAt, v.readAt AS readAt, v.report AS report,
  v.stamp AS stamp, v.others AS others`;
export const setVaultNode = `MATCH (v:Vault {id: $props.id}) SET v = $props`;
