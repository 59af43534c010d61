import { anyLink } from '../../../graph-schema/link-kinds.ts';

export const readEvidencePlaces = `
MATCH (p:Proposal {id: $id})
UNWIND range(0, size(p.evidencePassages) - 1) AS at
MATCH (q:Passage {id: p.evidencePassages[at]})
RETURN p.evidenceSides[at] AS side, q.id AS passageId, q.sceneId AS sceneId, q.rootId AS rootId, p.evidenceStarts[at] AS start, p.evidenceEnds[at] AS end
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

/** A scene or concept with its names, first what it is called. */
export const readNames = `
OPTIONAL MATCH (s:Scene {id: $id})
OPTIONAL MATCH (c:Concept {id: $id})
WITH coalesce(s, c) AS n WHERE n IS NOT NULL
RETURN CASE WHEN n:Scene THEN 'Scene' ELSE 'Concept' END AS label,
  [coalesce(n.title, n.name)] + coalesce(n.aliases, []) AS names, coalesce(n.alsoCalled, []) AS also`;

/** What leads to a scene or concept, but from its own parts and from `not`; what another merge made stays. */
export const readLinksTo = `
OPTIONAL MATCH (s:Scene {id: $id})
OPTIONAL MATCH (c:Concept {id: $id})
WITH coalesce(s, c) AS n
MATCH (x)-[r:${anyLink}]->(n)
WHERE r.until IS NULL AND (x:Scene OR x:Concept) AND x.id <> $not AND coalesce(x.rootId, '') <> n.id
  AND ($roots IS NULL OR x.rootId IN $roots) AND (r.origin = 'vault' OR r.origin = 'person')
RETURN x.id AS from, CASE WHEN x:Scene THEN 'Scene' ELSE 'Concept' END AS fromLabel, toLower(type(r)) AS kind, r.origin AS origin,
  coalesce(r.evidencePassages, []) AS evidencePassages, coalesce(r.evidenceStarts, []) AS evidenceStarts, coalesce(r.evidenceEnds, []) AS evidenceEnds
ORDER BY kind, from`;
