/** An idea that three notes name, a tag that three notes have, and two questions, one of them answered. */
export const writeTold = `
CREATE (idea:Concept {id: 'idea', name: 'богатый урожай', aliases: [], from: 'bold', origin: 'vault', heldBy: [], since: 1})
CREATE (tag:Concept {id: 'tag', name: 'весна', aliases: [], from: 'tag', origin: 'vault', heldBy: [], since: 1})
WITH idea, tag
CALL { WITH idea, tag
  UNWIND ['Сад0', 'Сад1', 'Сад2'] AS id
  MATCH (s:Scene {id: id})
  CREATE (s)-[:MENTIONS {id: 'm' + id, origin: 'vault', evidencePassages: ['p' + id], evidenceStarts: [0], evidenceEnds: [3], heldBy: [], since: 1}]->(idea)
  CREATE (s)-[:MENTIONS {id: 't' + id, origin: 'vault', evidencePassages: [], evidenceStarts: [], evidenceEnds: [], heldBy: [], since: 1}]->(tag)
}
MATCH (asking:Scene {id: 'Сад3'})
CREATE (:Passage {id: 'ask', sceneId: 'Сад3', rootId: 'Сад3', vaultId: 'v', start: 900, end: 960, hash: 'ask',
  text: 'Почва ясна. Чем поливать сад в засуху?'})
CREATE (:Passage {id: 'ask2', sceneId: 'Сад4', rootId: 'Сад4', vaultId: 'v', start: 900, end: 960, hash: 'ask2',
  text: 'Когда обрезать яблони в саду?'})
WITH asking
MATCH (asked:Scene {id: 'Сад4'}) MATCH (a:Scene {id: 'Сад5'})
CREATE (a)-[:ANSWERS {id: 'answered', origin: 'person', evidencePassages: [], evidenceStarts: [], evidenceEnds: [], heldBy: ['person'], since: 1}]->(asked)
SET asking.at = '2020-01-01T00:00:00Z'`;

/** Two sections of a note that names the matrix. */
export const writeMatrixNote = `
MATCH (note:Scene {id: 'Сад0'})
CREATE (:Passage {id: 'named', sceneId: 'Сад0', rootId: 'Сад0', vaultId: 'v', start: 1000, end: 1100, hash: 'named',
  text: 'Нужна insight_trigger_matrix.yaml, сборка зон.'})
CREATE (a:Scene {id: 'sec1', rootId: 'Сад0', title: '2. Алгебра векторов сцен', aliases: [], kind: 'section', state: 'present', origin: 'vault', heldBy: [], since: 1, order: 1})
CREATE (b:Scene {id: 'sec2', rootId: 'Сад0', title: '3. К минимальной инсталляции', aliases: [], kind: 'section', state: 'present', origin: 'vault', heldBy: [], since: 1, order: 2})
CREATE (a)-[:PART_OF]->(note)
CREATE (b)-[:PART_OF]->(note)`;

/** The small field's change has a number that no counter knows. */
export const forgetChange = 'MATCH (c:Change {number: 1}) DELETE c';

/** The garden's note says that the orchestra needs it, and a proposal sets its words against another's. */
export const writeClaims = `
MATCH (p:Passage {sceneId: 'Сад3'}) WITH p LIMIT 1
MATCH (a:Scene {id: 'Сад3'}), (b:Scene {id: 'Оркестр2'})
CREATE (a)-[:REQUIRES {id: 'claim', origin: 'person', evidencePassages: [p.id], evidenceStarts: [0], evidenceEnds: [3], heldBy: ['person'], since: 1}]->(b)
CREATE (:Proposal {id: 'opposed', kind: 'contradiction', state: 'pending', fromId: a.id, toId: b.id,
  evidencePassages: [p.id, p.id], evidenceStarts: [0, 4], evidenceEnds: [3, 9]})`;

export const writeTwoRegions = `
UNWIND ['region-a', 'region-b'] AS id CREATE (:Region {id: id, name: id})`;
