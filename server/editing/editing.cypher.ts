import { anyLink } from '../../graph-schema/link-kinds.ts';

/** A scene as an edit takes it, with whatever a merge made of it. */
export const readScene = `
MATCH (n:Scene {id: $id})
OPTIONAL MATCH (s:Source {id: n.sourceId})
OPTIONAL MATCH (other:Scene {id: n.mergedInto})
RETURN n {.id, .title, .body, .kind, .state, .vaultId, .sourceId, .pinned, .x, .y, .formula, .start, .end, .mergedInto,
    rootId: coalesce(n.rootId, n.id), heldBy: coalesce(n.heldBy, []), aliases: coalesce(n.aliases, []), alsoCalled: coalesce(n.alsoCalled, [])} AS scene,
  s.text AS text, other {.id, .title} AS mergedInto,
  COLLECT { MATCH (m:Scene {mergedInto: n.id}) RETURN m {.id, .title} ORDER BY m.title } AS merged`;

/** The change in force that merged the scene. */
export const readMergeChange = `
MATCH (c:Change) WHERE $touched IN c.touches AND c.undoable AND NOT c.undone
RETURN max(c.number) AS number`;

export const readPassages = `
MATCH (p:Passage {sceneId: $id})
RETURN p.id AS id, p.start AS start, p.end AS end, coalesce(p.heldBy, []) AS heldBy ORDER BY p.start`;

/** Passages of a scene and of what is in it, to find quoted words in. */
export const readQuotable = `
MATCH (:Scene {id: $id})<-[:PART_OF*0..12]-(inner:Scene)
WITH DISTINCT inner
MATCH (p:Passage {sceneId: inner.id})
RETURN p.id AS id, p.text AS text ORDER BY p.start`;

/** Ends of links that are to be drawn, as far as they are there. */
export const readEnds = `
UNWIND $ids AS id
MATCH (n:Scene {id: id})
RETURN n.id AS id, n.title AS title, coalesce(n.rootId, n.id) AS rootId`;

/** All links between each two scenes, or what is in them, in that direction. `isDrawn`: a person's, between just these. */
export const readBetween = `
UNWIND $pairs AS pair
MATCH (a:Scene {id: pair.from}), (b:Scene {id: pair.to})
MATCH (x:Scene {rootId: a.rootId})-[r:${anyLink}]->(y:Scene {rootId: b.rootId})
WHERE (x = a OR a.id = a.rootId) AND (y = b OR b.id = b.rootId)
RETURN DISTINCT a.id AS from, b.id AS to, toLower(type(r)) AS kind, r.until IS NULL AS isOpen, r.origin = 'person' AND x = a AND y = b AS isDrawn`;

/** A link that a person holds, by its id. */
export const readLink = `
MATCH (a:Scene)-[r:${anyLink} {id: $id}]->(b)
WHERE 'person' IN r.heldBy
RETURN a.id AS from, a.title AS fromTitle, b.id AS to, coalesce(b.title, b.name) AS toTitle, CASE WHEN b:Scene THEN 'Scene' ELSE 'Concept' END AS toLabel,
  toLower(type(r)) AS kind, r.origin AS origin, coalesce(r.inText, false) AS inText LIMIT 1`;

/** What a written text links to now. */
export const readTextLinks = `
MATCH (:Scene {id: $id})-[r:${anyLink} {origin: 'person'}]->(b:Scene) WHERE r.inText
RETURN toLower(type(r)) AS kind, b.id AS id,
  b.state = 'missing' AND b.heldBy = ['person'] AND COUNT { (b)--(:Scene) } = 1 AS isOnlyCalled`;

const asTarget = `n.id AS id, n.title AS title, n.state AS state, n.vaultId AS vaultId,
  n.mergedInto AS mergedInto, coalesce(n.aliases, []) + coalesce(n.alsoCalled, []) AS aliases, source.path AS path`;

/** Whole scenes that are called just so. */
export const findTitles = `
UNWIND $titles AS title
MATCH (n:Scene {title: title}) WHERE n.rootId = n.id
OPTIONAL MATCH (source:Source {id: n.sourceId})
RETURN ${asTarget}`;

/** The same in any case, or by another name: looks at every scene once. */
export const findNames = `
MATCH (n:Scene) WHERE n.rootId = n.id AND (toLower(n.title) IN $lowers
  OR any(name IN coalesce(n.aliases, []) + coalesce(n.alsoCalled, []) WHERE toLower(name) IN $lowers))
OPTIONAL MATCH (source:Source {id: n.sourceId})
RETURN ${asTarget}`;

/** Where whole scenes lie, and in which region. */
export const readPlaces = `
UNWIND $ids AS id
MATCH (s:Scene {id: id})
MATCH (root:Scene {id: s.rootId}) WHERE root.x IS NOT NULL
OPTIONAL MATCH (root)-[:IN_REGION]->(r:Region)
RETURN root.x AS x, root.y AS y, r.id AS regionId`;

export const readNearestRegion = `
MATCH (n:Scene)-[:IN_REGION]->(r:Region) WHERE n.x IS NOT NULL
RETURN r.id AS id ORDER BY (n.x - $x) * (n.x - $x) + (n.y - $y) * (n.y - $y) LIMIT 1`;

/** The right edge of the whole field, and its middle. */
export const readEdge = `
MATCH (n:Scene) WHERE n.x IS NOT NULL
RETURN max(n.x) AS x, avg(n.y) AS y, count(n) AS scenes`;

export const readVaultIds = 'MATCH (v:Vault) RETURN v.id AS id';

const asMoved = `other.id AS other, CASE WHEN other:Scene THEN 'Scene' ELSE 'Concept' END AS label, isOut, toLower(type(r)) AS kind, r.origin AS origin,
  coalesce(r.evidencePassages, []) AS evidencePassages, coalesce(r.evidenceStarts, []) AS evidenceStarts, coalesce(r.evidenceEnds, []) AS evidenceEnds`;

/** Every open link of a whole scene and what is in it to what is outside. */
export const readLinksOf = `
MATCH (inner:Scene {rootId: $id})-[r:${anyLink}]-(other)
WHERE r.until IS NULL AND (other:Scene OR other:Concept) AND coalesce(other.rootId, '') <> $id
WITH inner, r, other, startNode(r) = inner AS isOut
RETURN inner.id AS inner, coalesce(other.rootId, '') AS otherRoot, r.reason AS reason, ${asMoved}
ORDER BY kind, isOut, other`;
