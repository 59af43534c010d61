import { relationKinds, relationshipType } from '../../../graph-schema/link-kinds.ts';

/** Names of whole scenes that are called for but not written, or merged into others. */
export const readTaken = `
MATCH (s:Scene) WHERE s.rootId = s.id AND (s.state = 'missing' OR s.mergedInto IS NOT NULL)
UNWIND [s.title] + coalesce(s.aliases, []) AS title
RETURN DISTINCT title`;

export const readStates = `
UNWIND $ids AS id
MATCH (p:Proposal {id: id}) WHERE p.state IN ['accepted', 'rejected']
RETURN p.state AS state, count(*) AS count`;

const places = (of: string) =>
  `[r IN ${of} | {root: startNode(r).rootId, passage: r.evidencePassages[0], start: r.evidenceStarts[0]}][0..40] AS places`;

export const readMissingThings = `
MATCH (n:Scene {state: 'missing'}) WHERE n.mergedInto IS NULL
MATCH (s:Scene)-[r:LINKS_TO|CITES]->(n) WHERE r.until IS NULL AND ($vaultId IS NULL OR s.vaultId = $vaultId)
WITH n, r ORDER BY n.id, s.id
WITH n, collect(r) AS calls
RETURN n.id AS id, n.title AS title, coalesce(n.aliases, []) AS aliases, ${places('calls')}`;

/** Concepts that a person would know by name: no code, and bold words only where two notes have them. */
export const readConceptThings = `
MATCH (s:Scene)-[r:MENTIONS]->(c:Concept)
WHERE r.until IS NULL AND c.mergedInto IS NULL AND c.from <> 'code' AND ($vaultId IS NULL OR s.vaultId = $vaultId)
WITH c, r, s ORDER BY c.id, s.id
WITH c, collect(r) AS told, count(DISTINCT s.rootId) AS notes WHERE notes > 1 OR c.from <> 'bold'
RETURN c.id AS id, c.name AS title, coalesce(c.aliases, []) AS aliases, ${places('told')}`;

const named = relationKinds
  .filter((kind) => kind !== 'links_to')
  .map(relationshipType)
  .join('|');

/** Notes between which somebody has named the relation. */
export const readRelated = `
MATCH (a:Scene)-[r:${named}]->(b:Scene) WHERE r.until IS NULL
RETURN DISTINCT coalesce(a.rootId, a.id) AS from, coalesce(b.rootId, b.id) AS to`;

/** Links that wait and would join two regions, with their quotes, best first. */
export const readAcross = `
MATCH (p:Proposal {state: 'pending', kind: 'link'})
MATCH (a:Scene {id: p.fromId}), (b:Scene {id: p.toId})
MATCH (x:Scene {id: coalesce(a.rootId, a.id)})-[:IN_REGION]->(s:Region)
MATCH (y:Scene {id: coalesce(b.rootId, b.id)})-[:IN_REGION]->(t:Region)
WHERE s <> t AND ($vaultId IS NULL OR (x.vaultId = $vaultId AND y.vaultId = $vaultId))
RETURN x.id AS fromId, x.title AS fromTitle, y.id AS toId, y.title AS toTitle, s.id AS a, s.name AS aName, t.id AS b, t.name AS bName, p.score AS score,
  p.evidencePassages AS passages, p.evidenceStarts AS starts, p.evidenceEnds AS ends, p.evidenceTexts AS texts, p.evidenceRoots AS roots, p.evidenceSides AS sides
ORDER BY p.rank`;
