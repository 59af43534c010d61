import { speakerOfScene } from '../../graph-schema/speaker-of.ts';

/** Whether scene `n` is what `$filters` asks for; see Filters. A section of a turn is said by the turn's speaker. */
const passes = `
($filters.kind IS NULL OR n.kind = $filters.kind)
AND ($filters.path IS NULL OR EXISTS { MATCH (source:Source {id: n.sourceId}) WHERE toLower(source.path) CONTAINS $filters.path })
AND all(tag IN $filters.tags WHERE EXISTS {
  MATCH (:Scene {rootId: n.rootId})-[:MENTIONS]->(c:Concept)
  WHERE c.from = 'tag' AND (toLower(c.name) = tag OR toLower(c.name) STARTS WITH tag + '/') })
AND ($filters.speaker IS NULL OR EXISTS {
  MATCH (n)-[:PART_OF*0..6]->(turn:Scene {kind: 'turn'})
  WHERE turn.speakerRole = $filters.speaker OR toLower(turn.speaker) CONTAINS $filters.speaker })
AND (($filters.before IS NULL AND $filters.after IS NULL) OR EXISTS {
  MATCH (root:Scene {id: n.rootId})
  WITH coalesce(n.at, root.at) AS at
  WHERE at IS NOT NULL AND ($filters.before IS NULL OR at < $filters.before) AND ($filters.after IS NULL OR at >= $filters.after) })
AND ($filters.region IS NULL OR EXISTS {
  MATCH (root:Scene {id: n.rootId})-[:IN_REGION]->(region:Region) WHERE toLower(region.name) CONTAINS $filters.region })`;

/** Full text of passages in one index; `$index` is one of ours. */
export const findPassages = `
CALL db.index.fulltext.queryNodes($index, $query, {limit: $limit}) YIELD node, score
WHERE $vaultId IS NULL OR node.vaultId = $vaultId
RETURN node.id AS id, score`;

/** Which of these notes have a passage that the query finds. */
export const findRootsSaying = `
CALL db.index.fulltext.queryNodes($index, $query) YIELD node
WHERE node.rootId IN $rootIds
RETURN DISTINCT node.rootId AS id`;

/** Of these passages those whose scene passes. */
export const keepPassing = `
UNWIND $ids AS id
MATCH (p:Passage {id: id})
MATCH (n:Scene {id: p.sceneId}) WHERE ${passes}
RETURN id`;

/** Of these scenes those that pass. */
export const keepPassingScenes = `
UNWIND $ids AS id
MATCH (n:Scene {id: id}) WHERE ${passes}
RETURN id`;

/** Where only filters were given: the newest scenes that pass. */
export const findPassing = `
MATCH (n:Scene) WHERE n.state = 'present' AND ($vaultId IS NULL OR n.vaultId = $vaultId) AND ${passes}
RETURN n.id AS id ORDER BY coalesce(n.at, '') DESC, id LIMIT $limit`;

/** Scenes by title or alias. */
export const findTitles = `
CALL db.index.fulltext.queryNodes($index, $query, {limit: $limit}) YIELD node AS s, score
WHERE s.until IS NULL AND ($vaultId IS NULL OR s.vaultId = $vaultId)
RETURN s.id AS id, [s.title] + coalesce(s.aliases, []) AS names, s.rootId = s.id AS isRoot`;

export const findNearest = `
CALL db.index.vector.queryNodes('passage_vector', $limit, $vector) YIELD node, score
WHERE node.vectorModel = $model AND ($vaultId IS NULL OR node.vaultId = $vaultId)
RETURN node.id AS id, score`;

/** Passages with all that a hit shows. */
export const readPassages = `
UNWIND $ids AS id
MATCH (p:Passage {id: id})
MATCH (s:Scene {id: p.sceneId})
OPTIONAL MATCH (source:Source {id: s.sourceId})
OPTIONAL MATCH (vault:Vault {id: s.vaultId})
RETURN p.id AS id, s.id AS sceneId, s.rootId AS rootId, s.title AS title, vault.name AS vault, source.path AS path,
       p.start AS start, p.end AS end, p.text AS text, ${speakerOfScene} AS speaker`;

/** Scenes found by title, with their first passage; one without passages shows its title. */
export const readTitled = `
UNWIND $ids AS id
MATCH (s:Scene {id: id})
OPTIONAL MATCH (p:Passage {sceneId: s.id})
WITH s, p ORDER BY p.start
WITH s, head(collect(p)) AS p
OPTIONAL MATCH (source:Source {id: s.sourceId})
OPTIONAL MATCH (vault:Vault {id: s.vaultId})
RETURN s.id AS id, s.id AS sceneId, s.rootId AS rootId, s.title AS title, vault.name AS vault, source.path AS path,
       coalesce(p.start, s.start, 0) AS start, coalesce(p.end, s.start, 0) AS end, coalesce(p.text, '') AS text,
       ${speakerOfScene} AS speaker`;

/** Titles for suggestions: what the palette shows, notes before their sections. */
export const suggestTitles = `
CALL db.index.fulltext.queryNodes($index, $query, {limit: $depth}) YIELD node AS s, score
WHERE s.until IS NULL AND s.state <> 'gone' AND s.mergedInto IS NULL
  AND ($vaultId IS NULL OR s.vaultId = $vaultId)
WITH s, score LIMIT 200
OPTIONAL MATCH (source:Source {id: s.sourceId})
RETURN s.id AS id, s.title AS title, s.aliases AS aliases, s.state AS state, s.rootId AS rootId,
       source.path AS path, score`;
