/** It has no folder: what is said with the field is in no file. */
export const ensureVault = `
MERGE (v:Vault {id: $id})
ON CREATE SET v.name = $name, v.path = '', v.addedAt = $now, v.readAt = $now`;

export const isNameTaken = 'MATCH (v:Vault {name: $name}) WHERE v.id <> $id RETURN v.id AS id LIMIT 1';

/** Every scene of a talk in the order of being made, with the one that it follows. */
export const readTalk = `
MATCH (root:Scene {id: $id, vaultId: $vaultId})
MATCH (s:Scene {rootId: $id})
RETURN s.id AS id, s.title AS title, s.kind AS kind, s.body AS body, s.at AS at, s.speakerRole AS role, s.talk AS talk, root.title AS rootTitle,
  head([(before:Scene)-[:NEXT]->(s) | before.id]) AS after
ORDER BY coalesce(s.order, -1), s.at`;

export const findTalkOf = 'MATCH (s:Scene {id: $id, vaultId: $vaultId}) RETURN s.rootId AS id';

export const listTalks = `
MATCH (s:Scene {vaultId: $vaultId}) WHERE s.rootId = s.id
RETURN s.id AS id, s.title AS title, s.at AS at, COUNT { (:Scene {rootId: s.id, speakerRole: 'person'}) } AS turns
ORDER BY at DESC, id LIMIT 200`;

export const readTitles = 'UNWIND $ids AS id MATCH (s:Scene {id: id}) RETURN s.id AS id, s.title AS title';

/** The middle of where these scenes lie on the map, for a talk that has no place yet. */
export const readPlace = `
MATCH (talk:Scene {id: $id}) WHERE talk.x IS NULL
UNWIND $ids AS id
MATCH (root:Scene {id: id}) WHERE root.x IS NOT NULL
RETURN avg(root.x) AS x, avg(root.y) AS y`;

/** Whether cited passages stand, and with what words. */
export const readCited = `
UNWIND $ids AS id
MATCH (p:Passage {id: id})
RETURN p.id AS id, p.start AS start, p.text AS text`;
