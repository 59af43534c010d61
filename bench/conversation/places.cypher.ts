export const readPlaces = `
UNWIND $ids AS id
MATCH (p:Passage {id: id})-[:OF]->(:Scene)-[:FROM]->(s:Source)
RETURN DISTINCT p.id AS id, s.path AS path, p.start AS start, p.end AS end`;

export const readTexts = 'MATCH (p:Passage) RETURN p.text AS text';
