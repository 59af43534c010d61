import { anyLink } from '../../../graph-schema/link-kinds.ts';
import { conversationsVaultId } from '../../../graph-schema/views/conversation-view.ts';

const isRoot = `n.rootId = n.id AND ($vaultId IS NULL OR n.vaultId = $vaultId) AND coalesce(n.vaultId, '') <> '${conversationsVaultId}'`;

export const countNotes = `
MATCH (n:Scene {state: 'present'}) WHERE ${isRoot} RETURN count(n) AS count`;

/** Every note with its region, how much it is linked, and the change it was last looked at after. */
export const readLooked = `
MATCH (n:Scene {state: 'present'}) WHERE ${isRoot}
RETURN n.id AS id, n.lookedAt AS lookedAt, COUNT { (n)--(:Scene) } AS degree, head([(n)-[:IN_REGION]->(r:Region) | r.id]) AS regionId`;

export const readLately = `
MATCH (c:Change)
WITH c ORDER BY c.number DESC LIMIT $changes
RETURN c.number AS number, c.touches AS touches`;

export const readLastNumber = `
OPTIONAL MATCH (c:Change) WITH c ORDER BY c.number DESC LIMIT 1 RETURN coalesce(c.number, 0) AS number`;

/** Notes one and two links away. */
export const readNear = `
UNWIND $ids AS id
MATCH (a:Scene {rootId: id})-[:${anyLink}]-(b:Scene)
MATCH (b)-[:${anyLink}]-(c:Scene)
WITH DISTINCT [b.rootId, c.rootId] AS roots LIMIT $limit
UNWIND roots AS id
RETURN DISTINCT id`;

export const writeLooked = `
UNWIND $ids AS id MATCH (n:Scene {id: id}) SET n.lookedAt = $at`;

/** Texts of notes, a page at a time. */
export const readNotePage = `
MATCH (n:Scene) WHERE n.id > $after AND n.state = 'present' AND ${isRoot}
WITH n ORDER BY n.id LIMIT $limit
OPTIONAL MATCH (s:Source {id: n.sourceId})
RETURN n.id AS id, n.title AS title, coalesce(n.aliases, []) AS aliases, coalesce(s.path, '') AS path, coalesce(s.text, n.body, '') AS text`;

/** Links out of the notes of a page. */
export const readLinksOf = `
UNWIND $ids AS id
MATCH (a:Scene {rootId: id})-[r:${anyLink}]->(b:Scene) WHERE r.until IS NULL AND b.rootId <> id
RETURN DISTINCT a.rootId AS from, b.rootId AS to`;
