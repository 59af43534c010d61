import { anyLink } from '../../../graph-schema/link-kinds.ts';
import { speakerOfScene } from '../../../graph-schema/speaker-of.ts';

/** A sender's decisions, brought by a pack, are not this field's. */
const isOurs = `coalesce(p.decidedBy, 'person') <> 'sender'`;

/** Ids of the regions of the notes that proposal `p` is between, null where one has none. */
const regionsOf = `
[end IN [p.fromId, p.toId] | head(COLLECT {
  MATCH (s:Scene {id: end}) MATCH (:Scene {id: coalesce(s.rootId, s.id)})-[:IN_REGION]->(r:Region) RETURN r.id LIMIT 1
})]`;

/** An end of proposal `p`: a scene, or a concept. */
const end = (name: string, id: string) => `
OPTIONAL MATCH (${name}Scene:Scene {id: ${id}})
OPTIONAL MATCH (${name}Concept:Concept {id: ${id}})`;
const ends = (from: string, to: string) => `${end('a', from)}${end('b', to)}`;
const [a, b] = ['coalesce(aScene, aConcept) AS a', 'coalesce(bScene, bConcept) AS b'];

/** What decisions already say about pairs. */
export const readDecidedPairs = `
MATCH (p:Proposal {kind: 'link'}) WHERE p.state IN ['rejected', 'accepted'] AND ${isOurs}
RETURN p.fromId AS from, p.toId AS to, p.state AS state, p.rejectReason AS reason, p.evidenceTexts AS texts, p.evidenceRoots AS roots`;

/**
 * A decided or edited proposal stays as it is; one set aside keeps its state, a stale one that is true again waits again.
 * What a model wrote stays while its quotes do: `standing` leaves it out. A rejected one whose quotes are gone waits again with others: `returned`.
 */
export const writeProposals = `
UNWIND $rows AS row
${ends('row.fromId', 'row.toId')}
WITH row, coalesce(aScene, aConcept) AS from, coalesce(bScene, bConcept) AS to
WHERE from IS NOT NULL AND to IS NOT NULL
MERGE (p:Proposal {id: row.id})
ON CREATE SET p.state = 'pending', p.createdAt = $now, p.rank = $firstRank + row.place
FOREACH (_ IN CASE WHEN p.state = 'rejected' AND row.returned THEN [1] ELSE [] END |
  SET p.state = 'pending', p.rank = $firstRank + row.place, p.decidedAt = null, p.decidedBy = null, p.editedBy = null)
WITH p, row, from, to WHERE p.state IN ['pending', 'later', 'stale'] AND (p.editedBy IS NULL OR p.state = 'stale')
WITH p, row, from, to, p.state <> 'stale' AND CASE p.kind
  WHEN 'scene' THEN p.model IS NOT NULL
  ELSE p.reasonBy IS NOT NULL AND p.evidencePassages = row.props.evidencePassages AND p.evidenceStarts = row.props.evidenceStarts
END AS keepsWords
SET p += CASE WHEN keepsWords THEN row.standing ELSE row.props END
WITH p, row, from, to
FOREACH (_ IN CASE WHEN p.state = 'stale' THEN [1] ELSE [] END | SET p += $awake, p.editedBy = null)
WITH p, row, from, to
OPTIONAL MATCH (p)-[old:FROM_NODE|TO_NODE|QUOTES]->()
WITH p, row, from, to, collect(old) AS olds
FOREACH (old IN olds | DELETE old)
MERGE (p)-[:FROM_NODE]->(from)
MERGE (p)-[:TO_NODE]->(to)
WITH p, row
UNWIND row.props.evidencePassages AS passageId
MATCH (quoted:Passage {id: passageId})
MERGE (p)-[:QUOTES]->(quoted)
RETURN DISTINCT p.id AS id`;

/**
 * What waits and is no longer true is set aside: an end is not there, a quoted passage changed, nothing is said about a scene, or the two are linked
 * by now. What was set aside so and is true again waits again, as it did before. `reason` is null for those.
 */
export const settleStates = `
MATCH (p:Proposal) WHERE p.state IN ['pending', 'later', 'stale']
${ends('p.fromId', 'p.toId')}
WITH p, ${a}, ${b}
WITH p, a, b, p.state AS was, [id IN p.evidencePassages WHERE NOT EXISTS { MATCH (:Passage {id: id}) }] AS lost
WITH p, was, CASE
  WHEN a IS NULL OR b IS NULL OR a.state = 'gone' OR b.state = 'gone' THEN 'end_gone'
  WHEN size(lost) > 0 THEN 'evidence_changed'
  WHEN p.kind = 'scene' AND p.name IS NULL AND (b.state <> 'missing' OR b.mergedInto IS NOT NULL) THEN 'written'
  WHEN p.kind = 'concept' AND EXISTS { MATCH (s:Scene {title: p.name}) WHERE s.rootId = s.id AND s.state <> 'gone' } THEN 'written'
  WHEN p.kind = 'merge' AND (a.mergedInto IS NOT NULL OR b.mergedInto IS NOT NULL) THEN 'linked'
  WHEN p.kind IN ['relation', 'answer', 'contradiction'] AND EXISTS { MATCH (x:Scene)-[r:${anyLink}]-(y:Scene) WHERE x.rootId = a.rootId AND y.rootId = b.rootId AND r.until IS NULL AND toLower(type(r)) = p.relation } THEN 'linked'
  WHEN p.kind = 'scene' AND (b.id IN $unsaid OR was = 'stale' AND p.staleReason = 'no_evidence') THEN 'no_evidence'
  WHEN p.kind = 'link' AND a.id = a.rootId AND b.id = b.rootId AND EXISTS { MATCH (x:Scene)-[r:${anyLink}]->(y:Scene) WHERE x.rootId = a.rootId AND y.rootId = b.rootId AND r.until IS NULL } THEN 'linked'
  WHEN p.kind = 'link' AND EXISTS { MATCH (a)-[r:${anyLink}]-(b) WHERE r.until IS NULL AND (a.id <> a.rootId OR b.id <> b.rootId) } THEN 'linked'
END AS reason
WHERE (reason IS NULL) = (was = 'stale') OR reason <> p.staleReason
FOREACH (_ IN CASE WHEN reason IS NULL THEN [1] ELSE [] END | SET p.state = coalesce(p.staleFrom, 'pending'), p += $awake)
FOREACH (_ IN CASE WHEN reason IS NOT NULL AND was <> 'stale' THEN [1] ELSE [] END | SET p.state = 'stale', p.staleFrom = was)
FOREACH (_ IN CASE WHEN reason IS NOT NULL THEN [1] ELSE [] END | SET p.staleReason = reason)
RETURN reason, was <> 'stale' AS isNew, count(*) AS count`;

/** What waits or was set aside with a quote that stands in no passage any more, and where in the same notes, or sections, the same words stand. */
export const readUnsettled = `
MATCH (p:Proposal) WHERE p.state IN ['pending', 'later', 'stale'] AND p.evidenceTexts IS NOT NULL
WITH p, [id IN p.evidencePassages WHERE EXISTS { MATCH (:Passage {id: id}) }] AS standing
WHERE size(standing) < size(p.evidencePassages)
CALL {
  WITH p
  UNWIND p.evidenceRoots AS rootId
  CALL { WITH rootId
    MATCH (s:Scene {rootId: rootId}) RETURN s
    UNION
    WITH rootId
    MATCH (s:Scene {id: rootId}) RETURN s
  }
  MATCH (s)<-[:OF]-(q:Passage) WHERE any(words IN p.evidenceTexts WHERE q.text CONTAINS words)
  WITH DISTINCT q, rootId ORDER BY q.start
  RETURN collect({id: q.id, rootId: rootId, text: q.text}) AS passages
}
RETURN p {.id, .evidencePassages, .evidenceStarts, .evidenceEnds, .evidenceTexts, .evidenceRoots, .cueStart, .cueEnd, .draft} AS proposal,
  standing, passages`;

export const writeMoved = `
UNWIND $rows AS row
MATCH (p:Proposal {id: row.id})
SET p += row.props
WITH p, row
OPTIONAL MATCH (p)-[old:QUOTES]->()
WITH p, row, collect(old) AS olds
FOREACH (old IN olds | DELETE old)
WITH p, row
UNWIND row.props.evidencePassages AS passageId
MATCH (quoted:Passage {id: passageId})
MERGE (p)-[:QUOTES]->(quoted)`;

export const markLooked = `
MATCH (p:Proposal {id: $id, state: 'stale'}) SET p.lookedAgain = true`;

/** Ranks 1…n among what waits, by order in the queue. */
export const renumber = `
MATCH (p:Proposal {state: 'pending', kind: $kind})
WITH p ORDER BY p.order DESC, p.id
WITH collect(p) AS waiting
UNWIND range(0, size(waiting) - 1) AS at
WITH waiting[at] AS p, at + 1 AS rank
SET p.rank = rank`;

/** The links that wait, with what decides their order. A region is the note's; null while there are none. */
export const readWaiting = `
MATCH (p:Proposal {state: 'pending', kind: 'link'}) WHERE ${isOurs}
MATCH (a:Scene {id: p.fromId}), (b:Scene {id: p.toId})
RETURN p.id AS id, a.id AS source, b.id AS target, p.toId AS toId, p.score AS score, p.signalNames AS names, p.signalZs AS zs, p.rank AS rank,
  ${regionsOf} AS regions
ORDER BY id`;

export const writeOrder = `
UNWIND $rows AS row
MATCH (p:Proposal {id: row.id, state: 'pending'})
SET p.order = row.order, p.worth = row.worth, p.rank = row.rank`;

const whole = `
${ends('p.fromId', 'p.toId')}
WITH p, ${a}, ${b}
CALL {
  WITH p
  UNWIND coalesce(p.evidencePassages, []) + coalesce(p.draftPassages, []) AS passageId
  MATCH (q:Passage {id: passageId})
  OPTIONAL MATCH (s:Scene {id: q.sceneId})
  OPTIONAL MATCH (f:Source {id: s.sourceId})
  RETURN collect({id: q.id, text: q.text, start: q.start, path: coalesce(f.path, ''), speaker: ${speakerOfScene}}) AS passages
}
RETURN properties(p) AS proposal, coalesce(a.title, a.name) AS fromTitle, coalesce(b.title, b.name) AS toTitle, passages`;

/** Decisions of a person, by kind. */
export const countDecidedByKind = `
MATCH (p:Proposal) WHERE p.state IN ['accepted', 'rejected']
RETURN p.kind AS kind, sum(CASE WHEN p.state = 'accepted' THEN 1 ELSE 0 END) AS accepted, count(p) AS count`;

/** Of a kind, about a scene, quoting a vault or a region, or only what is named in `$first`, as far as each is asked. */
const isAsked = `${isOurs} AND ($kind IS NULL OR p.kind = $kind)
  AND ($sceneId IS NULL OR p.fromId = $sceneId OR p.toId = $sceneId
    OR EXISTS { MATCH (n:Scene {id: $sceneId}) WHERE n.rootId IN [p.fromId, p.toId] }
    OR EXISTS { MATCH (end:Scene) WHERE end.id IN [p.fromId, p.toId] AND end.rootId = $sceneId })
  AND ($vaultId IS NULL OR EXISTS {
    UNWIND p.evidencePassages AS passageId MATCH (q:Passage {id: passageId}) WHERE q.vaultId = $vaultId RETURN q })
  AND ($regionId IS NULL OR EXISTS {
    UNWIND p.evidencePassages AS passageId MATCH (q:Passage {id: passageId})
    MATCH (:Scene {id: q.rootId})-[:IN_REGION]->(:Region {id: $regionId}) RETURN q })
  AND (NOT $across OR p.id IN $first)`;

/** What is named in `$first` in that order, then what waits by rank, kinds at their pace ($pace: places that one of a kind takes); what is decided newest first. */
export const listProposals = `
MATCH (p:Proposal {state: $state})
WHERE ${isAsked}
WITH p, coalesce([at IN range(0, size($first) - 1) WHERE $first[at] = p.id][0], size($first)) AS place
WITH p ORDER BY place, CASE WHEN p.state IN ['pending', 'later'] THEN '' ELSE p.decidedAt END DESC,
  p.rank * coalesce($pace[p.kind], 1.0), p.kind, p.id
SKIP $offset LIMIT $limit
${whole}`;

export const readProposals = `
UNWIND $ids AS id
MATCH (p:Proposal {id: id})
${whole}`;

export const countProposals = `
MATCH (p:Proposal)
WHERE ${isAsked}
RETURN p.state AS state, count(*) AS count`;

/** Links of some states: the notes they would join, of one within a note its sections, and how likely the queue holds each to be wanted. */
const linksOfNotes = (states: string) => `
MATCH (p:Proposal {kind: 'link'}) WHERE p.state IN [${states}] AND ${isOurs}
MATCH (a:Scene {id: p.fromId})
MATCH (b:Scene {id: p.toId})
WITH p, a, b, a.rootId = b.rootId AS isWithin
RETURN p.id AS id, CASE WHEN isWithin THEN a.id ELSE coalesce(a.rootId, a.id) END AS fromId,
  CASE WHEN isWithin THEN b.id ELSE coalesce(b.rootId, b.id) END AS toId, a.title + ' → ' + b.title AS title,
  1 / (1 + exp(-coalesce(p.worth, p.score, 0.0))) AS chance, p.state AS state
ORDER BY p.rank, p.id`;

export const readPendingLinks = linksOfNotes("'pending'");
export const readDecidedLinks = linksOfNotes("'accepted', 'rejected'");

/** Drafts that write a missing scene, and merges of one with a note. */
export const readFillingProposals = `
MATCH (p:Proposal {state: 'pending'}) WHERE p.kind IN ['scene', 'merge'] AND ${isOurs}
MATCH (m:Scene {id: CASE p.kind WHEN 'scene' THEN p.toId ELSE p.fromId END, state: 'missing'})
OPTIONAL MATCH (other:Scene {id: p.toId}) WHERE p.kind = 'merge'
RETURN p.id AS id, p.kind AS kind, p.fromId AS fromId, p.toId AS toId, m.id AS fills,
  m.title + CASE WHEN other IS NULL THEN '' ELSE ' = ' + other.title END AS title
ORDER BY p.kind, p.rank, p.id`;

/** Missing scenes that an accepted merge took for another, with the notes whose links it moved. */
export const readMergedMissing = `
MATCH (p:Proposal {state: 'accepted', kind: 'merge'}) WHERE ${isOurs}
MATCH (m:Scene {id: p.fromId, state: 'missing'}) WHERE m.mergedInto = p.toId
MATCH (caller:Scene)-[r:${anyLink}]->(m) WHERE r.until IS NOT NULL
RETURN m.id AS id, m.title AS title, collect(DISTINCT caller.rootId) AS callers`;

/** How many proposals wait for each note that is an end of one. */
export const countUndecided = `
MATCH (p:Proposal) WHERE p.state IN ['pending', 'later'] AND ${isOurs}
UNWIND [p.fromId, p.toId] AS end
MATCH (s:Scene {id: end})
RETURN coalesce(s.rootId, s.id) AS id, count(DISTINCT p) AS count`;

/** Only while it waits with the quotes that the words are about. */
export const writeReason = `
MATCH (p:Proposal {id: $id, state: 'pending'}) WHERE p.evidencePassages = $passages
SET p.reason = $reason, p.reasonBy = $by, p.model = $model, p.modelSha256 = $sha256, p.reasonVersion = $version, p.reasonSeed = $seed,
  p.models = CASE WHEN $model IS NULL OR $model IN p.models THEN p.models ELSE p.models + $model END`;

/** Links that wait without words, best first. */
export const readReasonless = `
MATCH (p:Proposal {state: 'pending', kind: 'link'}) WHERE p.reasonBy IS NULL AND p.rank <= $most
RETURN p.id AS id ORDER BY p.rank`;

/** Missing scenes whose draft was rejected, not for how it is written. */
export const readUnneededScenes = `
MATCH (p:Proposal {state: 'rejected', kind: 'scene'}) WHERE p.name IS NULL AND p.rejectReason IN ['trivial', 'duplicate'] AND ${isOurs}
RETURN DISTINCT p.toId AS id`;
