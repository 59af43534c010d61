export const writeSmallField = `
MERGE (v:Vault {id: 'v'}) SET v.name = 'Small', v.path = '/small'
MERGE (m:Scene {id: 'missing'})
SET m.rootId = 'missing', m.title = 'Тишина', m.aliases = [], m.kind = 'note', m.state = 'missing', m.origin = 'vault', m.heldBy = [], m.since = 1
MERGE (c:Change {number: 1})
WITH 1 AS one
CALL { WITH one UNWIND $notes AS note
  MERGE (s:Scene {id: note.id})
  SET s.rootId = note.id, s.title = note.title, s.aliases = [], s.kind = 'note', s.state = 'present', s.origin = 'vault',
      s.vaultId = 'v', s.sourceId = 's' + note.id, s.heldBy = [], s.since = 1
  MERGE (source:Source {id: 's' + note.id}) SET source.path = note.path, source.vaultId = 'v'
  MERGE (p:Passage {id: 'p' + note.id})
  SET p.sceneId = note.id, p.rootId = note.id, p.vaultId = 'v', p.start = 0, p.end = note.length, p.text = note.text, p.hash = note.id
}
CALL { WITH one UNWIND $links AS link
  MATCH (a:Scene {id: link.from}) MATCH (b:Scene {id: link.to})
  MERGE (p:Passage {id: 'q' + link.id})
  SET p.sceneId = a.id, p.rootId = a.id, p.start = 500, p.end = 500 + link.length, p.text = link.text, p.hash = link.id
  MERGE (a)-[r:LINKS_TO {id: link.id}]->(b)
  SET r.origin = 'vault', r.evidencePassages = ['q' + link.id], r.evidenceStarts = [0], r.evidenceEnds = [link.length], r.heldBy = [], r.since = 1
}`;
