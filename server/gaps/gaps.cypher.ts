import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import { anyLink, relationKinds, relationshipType } from '../../graph-schema/link-kinds.ts';

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

/** For each of `asks` (`{at, query, rootIds}`) passages of its set of notes that have the words of a title, found by the forms of one language. */
export const findTold = `
UNWIND $asks AS ask
CALL (ask) {
  CALL db.index.fulltext.queryNodes($index, ask.query, {limit: 400}) YIELD node AS p
  WHERE p.rootId IN ask.rootIds
  RETURN p LIMIT 8
}
MATCH (s:Scene {id: p.sceneId})
OPTIONAL MATCH (source:Source {id: s.sourceId})
RETURN ask.at AS at, s.id AS sceneId, p.rootId AS rootId, s.title AS title, coalesce(source.path, '') AS path,
       p.start AS passageStart, p.text AS text`;

/** Concepts that three notes and more name; tags sort notes, and code and single bold words are mostly keys and buttons. */
export const readRecurring = `
MATCH (s:Scene)-[r:MENTIONS]->(c:Concept)
WHERE r.until IS NULL AND c.mergedInto IS NULL AND NOT c.from IN ['tag', 'code'] AND (c.from <> 'bold' OR c.name CONTAINS ' ') AND ($vaultId IS NULL OR s.vaultId = $vaultId)
WITH c, count(DISTINCT s.rootId) AS notes WHERE notes >= $fewest
RETURN c.id AS id, c.name AS name, [name IN [c.name] + c.aliases | toLower(name)] AS names, notes
ORDER BY notes DESC, name`;

/** Every name that a scene goes by, in small letters. */
export const readTaken = `
MATCH (n:Scene) WHERE n.until IS NULL
UNWIND [n.title] + n.aliases + coalesce(n.alsoCalled, []) AS name
RETURN DISTINCT toLower(name) AS name`;

/** Where the first notes tell of these concepts. */
export const readTellings = `
UNWIND $ids AS id
MATCH (c:Concept {id: id})
MATCH (s:Scene)-[r:MENTIONS]->(c) WHERE r.until IS NULL AND ($vaultId IS NULL OR s.vaultId = $vaultId)
WITH c, s, r ORDER BY s.id
WITH c, s.rootId AS rootId, head(collect({scene: s, r: r})) AS told
ORDER BY rootId
WITH c, collect(told)[0..$quotes] AS told
UNWIND told AS one
WITH c, one.scene AS s, one.r AS r
MATCH (p:Passage {id: r.evidencePassages[0]})
OPTIONAL MATCH (source:Source {id: s.sourceId})
RETURN c.id AS conceptId, s.id AS sceneId, s.title AS title, coalesce(source.path, '') AS path,
       p.start AS passageStart, p.text AS text, r.evidenceStarts[0] AS start, r.evidenceEnds[0] AS end
ORDER BY conceptId, sceneId`;

/** Last passages of scenes that may end with a question and that nothing follows or answers. */
const asked = `
MATCH (s:Scene {id: p.sceneId}) WHERE s.state = 'present'
  AND NOT EXISTS { MATCH (later:Passage {sceneId: s.id}) WHERE later.start > p.start }
  AND NOT EXISTS { (s)-[:NEXT]->() }
  AND NOT EXISTS { (:Scene)-[:PART_OF]->(s) }
  AND NOT EXISTS { MATCH ()-[r:ANSWERS]->(asked:Scene) WHERE asked.id IN [s.id, s.rootId] AND r.until IS NULL }
MATCH (root:Scene {id: s.rootId})
OPTIONAL MATCH (source:Source {id: s.sourceId})
RETURN s.id AS sceneId, s.rootId AS rootId, s.title AS title, root.title AS rootTitle, coalesce(source.path, '') AS path,
       coalesce(s.at, root.at) AS at, p.start AS passageStart, p.text AS text`;

export const readAsked = `
MATCH (p:Passage) WHERE ($vaultId IS NULL OR p.vaultId = $vaultId) AND coalesce(p.vaultId, '') <> '${conversationsVaultId}'
  AND right(p.text, 16) CONTAINS '?'${asked}`;

/** Of these notes alone. */
export const readAskedIn = `
UNWIND $rootIds AS rootId
MATCH (part:Scene {rootId: rootId}) USING INDEX part:Scene(rootId)
MATCH (p:Passage {sceneId: part.id}) USING INDEX p:Passage(sceneId)
WHERE right(p.text, 16) CONTAINS '?'${asked}`;

const named = relationKinds
  .filter((kind) => kind !== 'links_to')
  .map(relationshipType)
  .join('|');

const quoted = `
MATCH (p:Passage {id: passageId})
MATCH (s:Scene {id: p.sceneId})
OPTIONAL MATCH (source:Source {id: s.sourceId})`;
const place = `s.id AS sceneId, s.title AS title, coalesce(source.path, '') AS path, p.start AS passageStart, p.text AS text`;

/** Links that say so, and proposals that wait; two quotes of each. */
export const readContradictions = `
CALL {
  MATCH (a:Scene)-[r:CONTRADICTS]->(b:Scene) WHERE r.until IS NULL
  RETURN r.id AS id, null AS proposalId, a, b, r.evidencePassages AS passages, r.evidenceStarts AS starts, r.evidenceEnds AS ends
  UNION
  MATCH (c:Proposal {kind: 'contradiction', state: 'pending'})
  MATCH (a:Scene {id: c.fromId}) MATCH (b:Scene {id: c.toId})
  RETURN c.id AS id, c.id AS proposalId, a, b, c.evidencePassages AS passages, c.evidenceStarts AS starts, c.evidenceEnds AS ends
}
WITH * WHERE $vaultId IS NULL OR a.vaultId = $vaultId
WITH * ORDER BY id LIMIT $limit
UNWIND range(0, size(passages) - 1) AS at
WITH id, proposalId, a, b, passages[at] AS passageId, starts[at] AS start, ends[at] AS end, at
${quoted}
RETURN id, proposalId, a.title + ' ↔ ' + b.title AS between, start, end, ${place}
ORDER BY id, at`;

/** Named relations between two notes whose quotes all stand in one note, each with its first quote. */
export const readSingleSources = `
MATCH (a:Scene)-[r:${named}]->(b:Scene) WHERE r.until IS NULL AND ($vaultId IS NULL OR a.vaultId = $vaultId)
WITH a.rootId AS fromId, b.rootId AS toId, type(r) AS kind, collect(r) AS voices, head(collect(a.title)) AS from, head(collect(b.title)) AS to
WITH *, reduce(all = [], voice IN voices | all + voice.evidencePassages) AS passages
WHERE size(passages) > 0
WITH *, COLLECT { MATCH (q:Passage) WHERE q.id IN passages AND q.rootId <> toId RETURN DISTINCT q.rootId } AS sources WHERE size(sources) <= 1
WITH *, head([voice IN voices WHERE size(voice.evidencePassages) > 0]) AS voice
WITH voice.id AS id, fromId, toId, from + ' → ' + to AS between, voice.evidencePassages[0] AS passageId,
  voice.evidenceStarts[0] AS start, voice.evidenceEnds[0] AS end
${quoted}
RETURN id, between, fromId, toId, start, end, ${place}`;
