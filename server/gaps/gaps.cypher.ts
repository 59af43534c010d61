import { anyLink } from '../../graph-schema/link-kinds.ts';

/** Who calls the missing scenes, with the sentence of each call. Evidence offsets point into the passage's text. */
export const readCalls = `
UNWIND $ids AS id
MATCH (missing:Scene {id: id})
MATCH (caller:Scene)-[r:${anyLink}]->(missing) WHERE r.until IS NULL
WITH missing, caller, r ORDER BY caller.id
WITH missing, collect({caller: caller, r: r}) AS calls
UNWIND calls[0..$quotes] AS call
WITH missing, call.caller AS caller, call.r AS r
MATCH (p:Passage {id: r.evidencePassages[0]})
OPTIONAL MATCH (source:Source {id: caller.sourceId})
RETURN missing.id AS missingId, caller.id AS sceneId, caller.title AS title, coalesce(source.path, '') AS path,
       p.start AS passageStart, p.text AS text, r.evidenceStarts[0] AS start, r.evidenceEnds[0] AS end`;

/** Passages of one set of notes that have the words of a title, found by either language's forms. */
export const findTold = `
CALL db.index.fulltext.queryNodes($index, $query, {limit: 400}) YIELD node AS p, score
WHERE p.rootId IN $rootIds
MATCH (s:Scene {id: p.sceneId})
OPTIONAL MATCH (source:Source {id: s.sourceId})
RETURN s.id AS sceneId, p.rootId AS rootId, s.title AS title, coalesce(source.path, '') AS path,
       p.start AS passageStart, p.text AS text
LIMIT 8`;

/** Concepts that three notes and more name and that no scene is called after; tags sort notes, and code and single bold words are mostly keys and buttons. */
export const readIdeas = `
MATCH (s:Scene)-[r:MENTIONS]->(c:Concept)
WHERE r.until IS NULL AND c.mergedInto IS NULL AND NOT c.from IN ['tag', 'code'] AND (c.from <> 'bold' OR c.name CONTAINS ' ') AND ($vaultId IS NULL OR s.vaultId = $vaultId)
WITH c, s, r ORDER BY s.id
WITH c, s.rootId AS rootId, head(collect({scene: s, r: r})) AS told
ORDER BY rootId
WITH c, collect(told) AS told WHERE size(told) >= $fewest
WITH c, told, [name IN [c.name] + c.aliases | toLower(name)] AS names
WHERE NOT EXISTS {
  MATCH (n:Scene) WHERE n.until IS NULL AND (toLower(n.title) IN names OR any(alias IN n.aliases + coalesce(n.alsoCalled, []) WHERE toLower(alias) IN names))
}
WITH c, told, size(told) AS notes ORDER BY notes DESC, c.name LIMIT $limit
UNWIND told[0..$quotes] AS one
WITH c, notes, one.scene AS s, one.r AS r
OPTIONAL MATCH (p:Passage {id: r.evidencePassages[0]})
OPTIONAL MATCH (source:Source {id: s.sourceId})
RETURN c.id AS conceptId, c.name AS name, notes, s.id AS sceneId, s.title AS title, coalesce(source.path, '') AS path,
       p.start AS passageStart, p.text AS text, r.evidenceStarts[0] AS start, r.evidenceEnds[0] AS end
ORDER BY notes DESC, name, sceneId`;

/** Last passages of scenes that may end with a question and that nothing follows or answers. */
export const readAsked = `
MATCH (p:Passage) WHERE right(p.text, 16) CONTAINS '?' AND ($vaultId IS NULL OR p.vaultId = $vaultId)
MATCH (s:Scene {id: p.sceneId}) WHERE s.state = 'present'
  AND NOT EXISTS { MATCH (later:Passage {sceneId: s.id}) WHERE later.start > p.start }
  AND NOT EXISTS { (s)-[:NEXT]->() }
  AND NOT EXISTS { (:Scene)-[:PART_OF]->(s) }
  AND NOT EXISTS { MATCH ()-[r:ANSWERS]->(asked:Scene) WHERE asked.id IN [s.id, s.rootId] AND r.until IS NULL }
MATCH (root:Scene {id: s.rootId})
OPTIONAL MATCH (source:Source {id: s.sourceId})
RETURN s.id AS sceneId, s.rootId AS rootId, s.title AS title, root.title AS rootTitle, coalesce(source.path, '') AS path,
       coalesce(s.at, root.at) AS at, p.start AS passageStart, p.text AS text`;
