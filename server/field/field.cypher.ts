import { anyLink } from '../../graph-schema/link-kinds.ts';

/** Number of the newest change, 0 before the first. */
export const readChangeNumber = `
OPTIONAL MATCH (c:Change)
WITH c ORDER BY c.number DESC LIMIT 1
RETURN coalesce(c.number, 0) AS number`;

const rootProperties = `s.id AS id, s.title AS title, s.kind AS kind, s.state AS state, s.origin AS origin,
       s.vaultId AS vaultId, s.at AS at, s.x AS x, s.y AS y, coalesce(s.pinned, false) AS pinned`;

/** Every root scene, but those that were merged into another. Its region and its file's path are read apart: joined in one statement, a hundred thousand take four times as long. */
export const readRoots = `
MATCH (s:Scene) WHERE s.rootId = s.id AND s.until IS NULL AND s.mergedInto IS NULL
RETURN ${rootProperties}, s.sourceId AS sourceId`;

export const readPaths = 'MATCH (s:Source) RETURN s.id AS sourceId, s.path AS path';

export const readMemberships =
  'MATCH (s:Scene)-[in:IN_REGION]->(r:Region) RETURN s.id AS sceneId, r.id AS regionId, in.part AS partId, coalesce(in.joined, false) AS joined';

/** These root scenes with region and path, as far as they are there. */
export const readRootsOf = `
UNWIND $ids AS id
MATCH (s:Scene {id: id}) WHERE s.rootId = s.id AND s.until IS NULL AND s.mergedInto IS NULL
OPTIONAL MATCH (s)-[in:IN_REGION]->(r:Region)
OPTIONAL MATCH (source:Source {id: s.sourceId})
WITH s, head(collect(r.id)) AS regionId, head(collect(in.part)) AS partId,
  coalesce(head(collect(in.joined)), false) AS joined, head(collect(source.path)) AS path
RETURN ${rootProperties}, regionId, partId, joined, path`;

const asLinkOfRoots = 'RETURN a.rootId AS from, b.rootId AS to, type(r) AS type, r.origin AS origin';

/** Every link between scenes of different roots. */
export const readRootLinks = `
MATCH (a:Scene)-[r:${anyLink}]->(b:Scene)
WHERE r.until IS NULL AND a.rootId <> b.rootId
${asLinkOfRoots}`;

/** The same out of these roots and into them. */
export const readRootLinksOf = `
UNWIND $ids AS id
CALL (id) {
  MATCH (a:Scene {rootId: id})-[r:${anyLink}]->(b:Scene) WHERE r.until IS NULL AND b.rootId <> id
  RETURN a, r, b
  UNION
  MATCH (b:Scene {rootId: id})<-[r:${anyLink}]-(a:Scene) WHERE r.until IS NULL AND a.rootId <> id
  RETURN a, r, b
}
WITH DISTINCT a, r, b
${asLinkOfRoots}`;

/** What each change since touched: ids of nodes and links, and more. */
export const readTouched = `
MATCH (c:Change) WHERE c.number > $since
RETURN c.number AS number, c.kind AS kind, c.touches AS touches ORDER BY number`;

export const readRootIdsOf = `
UNWIND $ids AS id
MATCH (s:Scene {id: id})
RETURN DISTINCT s.rootId AS rootId`;

const bySpeaker = `
WITH t.rootId AS rootId, t.speaker AS name, coalesce(t.speakerRole, 'other') AS role, count(t) AS turns
RETURN rootId, name, role ORDER BY rootId, turns DESC, name`;

/** Who speaks in each root scene, the most talkative first. */
export const readSpeakers = `
MATCH (t:Scene) WHERE t.speaker IS NOT NULL AND t.until IS NULL${bySpeaker}`;

export const readSpeakersOf = `
UNWIND $ids AS id
MATCH (t:Scene {rootId: id}) WHERE t.speaker IS NOT NULL AND t.until IS NULL${bySpeaker}`;

export const readRegions = `
MATCH (r:Region)
RETURN r.id AS id, r.name AS name, r.hue AS hue, r.describes AS describes, r.named AS named,
       coalesce(r.alikeIds, []) AS alikeIds, coalesce(r.alikeTo, []) AS alikeTo,
       coalesce(r.partIds, []) AS partIds, coalesce(r.partNames, []) AS partNames
ORDER BY id`;

export const readTotals = `
RETURN COUNT { MATCH (s:Scene {state: 'present'}) WHERE s.until IS NULL } AS scenes,
       COUNT { MATCH (s:Scene {state: 'missing'}) WHERE s.until IS NULL } AS missing,
       COUNT { (:Concept) } AS concepts`;

/** Texts of whole notes. */
export const readTexts = `
UNWIND $ids AS id
MATCH (s:Scene {rootId: id}) USING INDEX SEEK s:Scene(rootId)
MATCH (p:Passage {sceneId: s.id}) USING INDEX SEEK p:Passage(sceneId)
WITH id, p ORDER BY p.start
RETURN id, collect(p.text) AS texts`;

export const findRootOf = 'MATCH (s:Scene {id: $id}) RETURN s.rootId AS rootId';

export const writeRegions = `
UNWIND $regions AS region
MERGE (r:Region {id: region.id})
SET r.name = region.name, r.hue = region.hue, r.scenes = region.scenes, r.describes = region.describes,
    r.named = region.named, r.alikeIds = region.alikeIds, r.alikeTo = region.alikeTo,
    r.partIds = region.partIds, r.partNames = region.partNames`;

export const deleteOtherRegions = 'MATCH (r:Region) WHERE NOT r.id IN $ids DETACH DELETE r';

/** Takes away only memberships that no longer hold. Without the hint Neo4j begins at the few regions, and goes through all their members for each scene. */
export const deleteOldMemberships = `
UNWIND $scenes AS scene
MATCH (s:Scene {id: scene.id}) USING INDEX SEEK s:Scene(id)
MATCH (s)-[in:IN_REGION]->(r:Region) WHERE r.id <> coalesce(scene.regionId, '')
DELETE in`;

/** What is in the field no more is in no region. */
export const deleteLostMemberships = `
MATCH (s:Scene)-[in:IN_REGION]->(:Region)
WHERE s.until IS NOT NULL OR s.mergedInto IS NOT NULL
DELETE in`;

export const writeMemberships = `
UNWIND $scenes AS scene
MATCH (s:Scene {id: scene.id}) USING INDEX SEEK s:Scene(id)
MATCH (r:Region {id: scene.regionId})
MERGE (s)-[in:IN_REGION]->(r)
SET in.part = scene.partId, in.joined = CASE WHEN scene.joined THEN true END`;

/** A scene that a person pinned stays. */
export const writePlaces = `
UNWIND $places AS place
MATCH (s:Scene {id: place.id}) WHERE s.pinned IS NULL OR NOT s.pinned
SET s.x = place.x, s.y = place.y`;

export const writeRegionName = `
MATCH (r:Region {id: $id})
SET r.name = $name, r.named = 'person'
RETURN r.id AS id`;

export const findVaultId = 'MATCH (v:Vault) WHERE v.name = $vault OR v.id = $vault RETURN v.id AS id';

const copyId = 'field';

export const readCopyKey = `MATCH (c:FieldCopy {id: '${copyId}'}) RETURN c.key AS key`;
/** An earlier version kept all of it here, as `text`. */
export const writeCopyKey = `MERGE (c:FieldCopy {id: '${copyId}'}) SET c.key = $key REMOVE c.text`;
export const deleteCopy = 'MATCH (c:FieldCopy) DELETE c';

export const isIngestOpen = `
RETURN EXISTS { MATCH (j:Job {name: 'ingest'}) WHERE j.state IN ['queued', 'running', 'paused'] } AS isOpen`;
