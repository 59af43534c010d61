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
