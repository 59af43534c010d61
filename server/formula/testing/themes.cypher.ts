/** Notes of some themes, each with a passage and its vector, a section in the first garden, a tag, a region, links from theme to theme, two notes of one name, one unwritten. */
export const writeThemes = `
MERGE (v:Vault {id: 'v'}) SET v.name = 'Themes', v.path = '/themes'
MERGE (m:Scene {id: 'ненаписано'}) SET m += {rootId: 'ненаписано', title: 'ненаписано', aliases: [], kind: 'note', state: 'missing', origin: 'vault', heldBy: [], since: 1}
MERGE (tag:Concept {id: 'c'}) SET tag += {name: 'Звёзды', aliases: [], from: 'tag', origin: 'vault', heldBy: [], since: 1}
MERGE (bread:Concept {id: 'хлеб'}) SET bread += {name: 'хлеб', aliases: [], from: 'tag', origin: 'vault', heldBy: [], since: 1}
MERGE (r:Region {id: 'r'}) SET r += {name: 'Хлеб', scenes: 20, hue: 1, describes: [], named: 'signals'}
WITH v, tag, bread, r
CALL { WITH v UNWIND ['a', 'b'] AS folder
  CREATE (s:Scene {id: folder + ' двойник', rootId: folder + ' двойник', title: 'двойник', aliases: [], kind: 'note', state: 'present',
    origin: 'vault', vaultId: 'v', sourceId: folder, heldBy: [], since: 1})-[:FROM]->(:Source {id: folder, vaultId: 'v', path: 'Заметки/' + folder + '/двойник.md'})-[:IN]->(v)
  CREATE (p:Passage {id: 'p ' + folder, sceneId: s.id, rootId: s.id, vaultId: 'v', start: 0, end: 7, text: 'двойник', hash: folder, vectorModel: $model,
    vector: $elsewhere}) }
CALL { WITH tag, bread, r UNWIND $notes AS note
  CREATE (s:Scene {id: note.id, rootId: note.id, title: note.title, aliases: [], kind: 'note', state: 'present', origin: 'vault', vaultId: 'v',
    sourceId: 'source ' + note.id, x: note.x, y: note.y, heldBy: [], since: 1})-[:FROM]->(:Source {id: 'source ' + note.id, vaultId: 'v', path: 'Заметки/' + note.title + '.md'})
  CREATE (:Passage {id: 'p ' + note.id, sceneId: note.id, rootId: note.id, vaultId: 'v', start: 0, end: note.length, text: note.text, hash: note.id,
    vector: note.vector, vectorModel: $model})
  FOREACH (_ IN CASE note.theme WHEN 'звёзды' THEN [1] ELSE [] END | CREATE (s)-[:MENTIONS {id: 'm ' + note.id, origin: 'vault'}]->(tag))
  FOREACH (_ IN CASE note.theme WHEN 'хлеб' THEN [1] ELSE [] END | CREATE (s)-[:MENTIONS {id: 'm ' + note.id, origin: 'vault'}]->(bread) CREATE (s)-[:IN_REGION]->(r)) }
CALL { UNWIND $notes AS note UNWIND note.next AS next
  MATCH (a:Scene {id: note.id}) MATCH (b:Scene {id: next})
  CREATE (a)-[:LINKS_TO {id: a.id + '>' + b.id, origin: 'vault', heldBy: [], since: 1}]->(b) }
MATCH (garden:Scene {id: 'сад 1'})
CREATE (bed:Scene {id: 'bed', rootId: 'сад 1', title: 'Грядка', aliases: [], kind: 'section', state: 'present', origin: 'vault', vaultId: 'v', order: 1,
  heldBy: [], since: 1})-[:PART_OF]->(garden)
CREATE (:Passage {id: 'p bed', sceneId: 'bed', rootId: 'сад 1', vaultId: 'v', start: 50, end: 60, text: 'сад, грядка', hash: 'bed', vectorModel: $model,
  vector: $notes[1].vector})`;

export const rewriteNote = `MATCH (p:Passage {sceneId: $id}) SET p.hash = 'another', p.text = 'another'`;

/** Their notes say something else now. */
export const placeTheme = `
MATCH (p:Passage) WHERE p.sceneId STARTS WITH $theme AND p.sceneId <> $keep
SET p.vector = $vector, p.hash = 'moved ' + p.id`;

export const sceneOf = `
MATCH (s:Scene {id: $id})
RETURN s.body AS body, s.kind AS kind, s.x AS x, s.y AS y, COLLECT { MATCH (s)-[:LINKS_TO]->(b) RETURN b.id ORDER BY b.id } AS names`;
