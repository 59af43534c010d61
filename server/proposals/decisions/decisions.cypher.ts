import { anyLink } from '../../../graph-schema/link-kinds.ts';

export const readEvidencePlaces = `
MATCH (p:Proposal {id: $id})
UNWIND range(0, size(p.evidencePassages) - 1) AS at
MATCH (q:Passage {id: p.evidencePassages[at]})
RETURN q.id AS passageId, q.sceneId AS sceneId, p.evidenceStarts[at] AS start, p.evidenceEnds[at] AS end
ORDER BY at`;

const regionOf = (root: string) =>
  `head(COLLECT { MATCH (:Scene {id: ${root}})-[:IN_REGION]->(r:Region) RETURN {id: r.id, name: r.name} LIMIT 1 })`;

export const readBatch = `
UNWIND $ids AS id
MATCH (p:Proposal {id: id})
MATCH (a:Scene {id: p.fromId}), (b:Scene {id: p.toId})
WITH p, coalesce(a.rootId, a.id) AS fromRoot, coalesce(b.rootId, b.id) AS toRoot
RETURN p.kind AS kind, p.state IN ['pending', 'later'] AS isOpen, fromRoot, toRoot, ${regionOf('fromRoot')} AS from, ${regionOf('toRoot')} AS to`;

/** Notes of two regions that are linked, each pair once. */
export const countBetween = `
MATCH (x:Scene)-[:IN_REGION]->(:Region {id: $a})
MATCH (inX:Scene {rootId: x.id})-[r:${anyLink}]-(inY:Scene) WHERE r.until IS NULL
MATCH (y:Scene {id: inY.rootId})-[:IN_REGION]->(:Region {id: $b})
RETURN count(DISTINCT [x.id, y.id]) AS count`;

export const readVaultOf = `MATCH (s:Scene {id: $id}) RETURN s.vaultId AS vaultId`;
