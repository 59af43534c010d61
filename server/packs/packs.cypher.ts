import { anyLink } from '../../graph-schema/link-kinds.ts';

/** Which scenes leave. What was taken back (`until`) stays. */
export const allScenes = 'MATCH (s:Scene) WHERE s.until IS NULL RETURN s.id AS id';

export const scenesOfRegion = `
  MATCH (s:Scene)-[:IN_REGION]->(:Region {id: $regionId}) WHERE s.until IS NULL
  RETURN s.id AS id`;

/** `name` of each. */
export const namesOfSelection = {
  all: 'MATCH (v:Vault) RETURN v.name AS name ORDER BY name',
  region: 'MATCH (r:Region {id: $id}) RETURN r.name AS name',
  scene: 'MATCH (s:Scene {id: $id}) RETURN s.title AS name',
};

/** The scenes named and all that are part of them. */
export const withParts = `
  UNWIND $batch AS id
  MATCH (part:Scene)-[:PART_OF*0..20]->(:Scene {id: id}) WHERE part.until IS NULL
  RETURN DISTINCT part.id AS id`;

/** Whole notes that are linked, either way. */
export const linkedRoots = `
  UNWIND $batch AS id
  MATCH (:Scene {id: id})-[r:${anyLink}]-(other:Scene) WHERE r.until IS NULL AND other.until IS NULL
  RETURN DISTINCT coalesce(other.rootId, other.id) AS id`;

export const conceptsOfScenes = `
  UNWIND $batch AS id
  MATCH (:Scene {id: id})-[r:${anyLink}]-(c:Concept) WHERE r.until IS NULL AND c.until IS NULL
  WITH DISTINCT c
  MATCH (c)-[:PART_OF*0..20]->(above:Concept) WHERE above.until IS NULL
  RETURN DISTINCT above.id AS id`;

export const readScenes = `
  UNWIND $batch AS id
  MATCH (s:Scene {id: id}) USING INDEX SEEK s:Scene(id)
  RETURN s{.*} AS scene, [(s)-[:PART_OF]->(p:Scene) | p.id][0] AS parent, [(before:Scene)-[:NEXT]->(s) | before.id] AS after`;

export const readSources = `
  UNWIND $batch AS id
  MATCH (n:Source {id: id}) USING INDEX SEEK n:Source(id)
  RETURN n.id AS id, n.text AS text`;

export const readPassages = `
  UNWIND $batch AS id
  MATCH (p:Passage {sceneId: id}) USING INDEX SEEK p:Passage(sceneId)
  RETURN p.id AS id, p.sceneId AS sceneId, p.start AS start, p.end AS end, p.text AS text, coalesce(p.heldBy, []) AS heldBy`;

export const readConcepts = `
  UNWIND $batch AS id
  MATCH (c:Concept {id: id}) USING INDEX SEEK c:Concept(id)
  RETURN c{.*} AS concept, [(c)-[:PART_OF]->(above:Concept) | above.id] AS parents`;

export const readLinksFrom = {
  scenes: linksFrom('Scene'),
  concepts: linksFrom('Concept'),
};

function linksFrom(label: 'Scene' | 'Concept'): string {
  return `
  UNWIND $batch AS id
  MATCH (a:${label} {id: id})-[r:${anyLink}]->(b) USING INDEX SEEK a:${label}(id)
  WHERE r.until IS NULL AND b.id IN $ids
  RETURN a.id AS from, toLower(type(r)) AS kind, b.id AS to, r{.*} AS link`;
}

export const readPack = 'MATCH (p:Pack {id: $id}) RETURN p{.*} AS pack';

export const listPacks = `
  MATCH (p:Pack)
  RETURN p.id AS id, p.name AS name, p.digest AS digest, p.importedAt AS importedAt
  ORDER BY importedAt DESC, id`;

export const packScenes = `
  MATCH (s:Scene) WHERE $holder IN s.heldBy
  RETURN s.id AS id`;

export const packNodes = 'MATCH (p:Pack) RETURN p{.*} AS pack ORDER BY p.importedAt, p.id';
