import { anyLink } from '../../graph-schema/link-kinds.ts';

/** Each statement takes a batch of root scenes, `$ids`. */

export const readScenes = `
UNWIND $ids AS id
MATCH (s:Scene {id: id}) USING INDEX SEEK s:Scene(id)
OPTIONAL MATCH (source:Source {id: s.sourceId})
RETURN s.id AS id, s.at AS at, s.heldBy AS heldBy, coalesce(s.aliases, []) + coalesce(s.alsoCalled, []) AS aliases,
       CASE WHEN source IS NULL THEN s.body WHEN $withText THEN source.text END AS text,
       CASE WHEN source IS NULL THEN null ELSE s.start END AS start, CASE WHEN source IS NULL THEN null ELSE s.end END AS end`;

export const readConcepts = `
UNWIND $ids AS id
MATCH (:Scene {rootId: id})-[r:${anyLink}]->(c:Concept) WHERE r.until IS NULL AND c.until IS NULL
WITH id, c.name AS name, count(r) AS mentions ORDER BY mentions DESC, name
RETURN id, collect(name) AS names`;

export const readLinks = `
UNWIND $ids AS id
MATCH (a:Scene {rootId: id})-[r:${anyLink}]->(b:Scene) WHERE r.until IS NULL AND b.rootId <> id
RETURN id AS from, b.rootId AS to, toLower(type(r)) AS kind, r.origin AS origin, r.heldBy AS heldBy,
       coalesce(r.evidencePassages, []) AS passages, coalesce(r.evidenceStarts, []) AS starts, coalesce(r.evidenceEnds, []) AS ends
ORDER BY from, to, kind, r.id`;

export const readPassages = `
UNWIND $ids AS id
MATCH (p:Passage {id: id})
RETURN p.id AS id, p.rootId AS rootId, p.text AS text`;

const isOurs = (heldBy: string) =>
  `any(holder IN ${heldBy} WHERE holder = 'person' OR holder STARTS WITH 'proposal:')`;

/** Root scenes with links that a person here wrote or accepted, and where these lead; and those that were written here themselves. */
export const readOwn = `
MATCH (a:Scene)-[r:${anyLink}]->(b:Scene) WHERE r.until IS NULL AND a.rootId <> b.rootId AND ${isOurs('r.heldBy')}
RETURN DISTINCT a.rootId AS id, b.rootId AS other
UNION
MATCH (s:Scene) WHERE s.rootId = s.id AND s.until IS NULL AND s.sourceId IS NULL AND s.body IS NOT NULL AND ${isOurs('s.heldBy')}
RETURN s.id AS id, s.id AS other`;

export const readVaults = 'MATCH (v:Vault) RETURN v.id AS id, v.name AS name, v.path AS path ORDER BY name';
