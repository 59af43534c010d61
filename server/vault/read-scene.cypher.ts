import { anyLink } from '../../graph-schema/link-kinds.ts';

export const findScenesByTitle = `
CALL {
  MATCH (n:Scene {title: $title}) RETURN n
  UNION
  MATCH (n:Scene) WHERE $loose AND (toLower(n.title) = $lower OR any(alias IN n.aliases + coalesce(n.alsoCalled, []) WHERE toLower(alias) = $lower)) RETURN n
}
OPTIONAL MATCH (n)-[:FROM]->(s:Source)-[:IN]->(v:Vault)
RETURN n.id AS id, n.title AS title, n.kind AS kind, v.name AS vault, s.path AS path
ORDER BY n.kind <> 'note', path LIMIT 50`;

/** Scenes whose own words end a block with the id `$block`; `$query` is that id as a phrase. */
export const findByBlock = `
CALL db.index.fulltext.queryNodes('passage_text_en', $query, {limit: 50}) YIELD node AS p
WHERE p.text STARTS WITH '^' + $block OR p.text CONTAINS ' ^' + $block OR p.text CONTAINS '\\n^' + $block
RETURN p.sceneId AS id LIMIT 1`;

export const readScene = `
MATCH (n:Scene {id: $id})
OPTIONAL MATCH (n)-[:FROM]->(s:Source)-[:IN]->(v:Vault)
OPTIONAL MATCH (:Scene {id: n.rootId})-[:IN_REGION]->(region:Region)
WITH n, s, v, head(collect(region)) AS region
RETURN n {.id, .rootId, .title, .kind, .state, .origin, .speaker, .at, .start, .end, .body, aliases: coalesce(n.aliases, []) + coalesce(n.alsoCalled, [])} AS scene,
  s {.path, .text, vaultId: v.id, vault: v.name, folder: v.path} AS source,
  region {.id, .name, .hue} AS region,
  COUNT { MATCH (n)<-[:PART_OF*0..12]-(inner:Scene)<-[:OF]-(p:Passage) RETURN DISTINCT p } AS passages`;

export const readWithin = `
MATCH path = (:Scene {id: $id})-[:PART_OF*1..12]->(parent:Scene)
RETURN parent.id AS id, parent.title AS title ORDER BY length(path) DESC`;

/** Who says a scene: the turn that it is or is in; else those who speak inside it, the most talkative first. */
export const readSpeakers = `
MATCH (n:Scene {id: $id})
OPTIONAL MATCH way = (n)-[:PART_OF*0..12]->(turn:Scene {kind: 'turn'}) WHERE turn.speaker IS NOT NULL
WITH n, turn ORDER BY length(way) LIMIT 1
CALL { WITH n, turn
  WITH n, turn WHERE turn IS NULL
  MATCH (n)<-[:PART_OF*1..12]-(inner:Scene) WHERE inner.speaker IS NOT NULL
  RETURN inner.speaker AS name, coalesce(inner.speakerRole, 'other') AS role, count(DISTINCT inner) AS turns
  UNION
  WITH n, turn
  WITH turn WHERE turn IS NOT NULL
  RETURN turn.speaker AS name, coalesce(turn.speakerRole, 'other') AS role, 1 AS turns
}
RETURN name, role ORDER BY turns DESC, name`;

export const readOutline = `
MATCH (:Scene {id: $id})<-[:PART_OF*1..12]-(inner:Scene)
WITH DISTINCT inner
RETURN inner.id AS id, inner.title AS title, inner.kind AS kind, inner.level AS level, inner.speaker AS speaker,
  coalesce(inner.start, 0) AS start
ORDER BY coalesce(inner.order, 0), start`;

const asLink = `RETURN r.id AS id, type(r) AS type, isOut, r.origin AS origin, coalesce(r.embed, false) AS embed,
  r.reason AS reason, 'person' IN coalesce(r.heldBy, []) AND NOT coalesce(r.inText, false) AS isDrawn,
  other {.id, .title, .state} AS other, startNode(r).rootId AS fromRoot,
  coalesce(r.evidencePassages, []) AS passages, coalesce(r.evidenceStarts, []) AS starts, coalesce(r.evidenceEnds, []) AS ends`;

/** Links of the scene and of all that is inside it to what is outside, its own first. */
export const readLinks = `
MATCH (root:Scene {id: $id})
CALL { WITH root MATCH (root)<-[:PART_OF*0..12]-(inner:Scene) RETURN collect(DISTINCT inner) AS inside }
UNWIND inside AS end
MATCH (end)-[r:${anyLink}]-(other:Scene)
WHERE r.until IS NULL AND NOT other IN inside
WITH r, other, startNode(r) = end AS isOut, end = root AS isOwn
ORDER BY isOwn DESC, isOut DESC, coalesce(end.order, 0), other.title LIMIT 1000
${asLink}`;

/** Links between two root scenes and what is in them, seen from the first. */
export const readLinksBetween = `
MATCH (end:Scene {rootId: $from})-[r:${anyLink}]-(other:Scene {rootId: $to})
WHERE r.until IS NULL
WITH r, other, startNode(r) = end AS isOut
ORDER BY isOut DESC, coalesce(other.order, 0) LIMIT 50
${asLink}`;

/** The root that a scene is, or is in. */
export const readEnd = `
MATCH (n:Scene {id: $id})
MATCH (root:Scene {id: n.rootId})
RETURN root.id AS id, root.title AS title, root.state AS state`;

/** What is known of each link between two root scenes beside its words. A person's own reason stands on the link. */
export const readVoices = `
MATCH (:Scene {rootId: $from})-[r:${anyLink}]-(:Scene {rootId: $to})
WHERE r.until IS NULL
OPTIONAL MATCH (change:Change {number: r.since})
OPTIONAL MATCH (p:Proposal {id: r.proposalId})
RETURN r.id AS id, change.at AS since, coalesce(r.reason, p.reason) AS reason,
  CASE WHEN r.reason IS NOT NULL THEN 'person' ELSE p.reasonBy END AS reasonBy, coalesce(p.models, []) AS models`;

export const readQuoted = `
UNWIND $ids AS id
MATCH (p:Passage {id: id})
OPTIONAL MATCH (p)-[:OF]->(:Scene)-[:FROM]->(s:Source)
RETURN p.id AS id, p.rootId AS rootId, p.start AS start, p.text AS text, coalesce(s.path, '') AS path`;

export const readConcepts = `
MATCH (:Scene {id: $id})<-[:PART_OF*0..12]-(inner:Scene)
WITH DISTINCT inner
MATCH (inner)-[r:MENTIONS]->(c:Concept) WHERE r.until IS NULL
RETURN c.id AS id, c.name AS name, sum(CASE WHEN size(coalesce(r.evidencePassages, [])) = 0 THEN 1 ELSE size(r.evidencePassages) END) AS mentions
ORDER BY mentions DESC, name LIMIT 200`;

export const readSceneBody = `
MATCH (n:Scene {id: $id})
OPTIONAL MATCH (n)-[:FROM]->(s:Source)
RETURN n.body AS body, n.start AS start, n.end AS end, s.text AS text`;
