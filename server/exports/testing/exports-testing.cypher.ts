/** What the script made, as plain rows. */
export const scenesMade = `
MATCH (s:Scene)
RETURN s.id AS id, s.title AS title, s.aliases AS aliases, s.x AS x, s.y AS y,
       [(s)-[:IN_REGION]->(r) | r.name] AS regions, [(s)-[:MENTIONS]->(c:Concept) | c.name] AS concepts
ORDER BY id`;

export const linksMade = `
MATCH (a:Scene)-[l:LEADS_TO|LINKS_TO]->(b:Scene)
RETURN a.id AS from, toLower(type(l)) AS kind, b.id AS to, l.origins AS origins, l.evidence AS evidence, l.count AS count
ORDER BY from, kind`;

export const countAll = 'RETURN COUNT { (n) } AS nodes, COUNT { ()-[]->() } AS relationships';

export const writeSourceText = 'MATCH (s:Source {id: $id}) SET s.text = $text';

export const writeVault = "CREATE (:Vault {id: 'v', name: $name, path: $path})";

export const dropFirstChange = 'MATCH (c:Change {number: 1}) DELETE c';

export const twoScenes = `
UNWIND ['One', 'Two'] AS title
CREATE (:Scene {id: toLower(title), rootId: toLower(title), title: title, kind: 'note', state: 'present', origin: 'person'})`;
