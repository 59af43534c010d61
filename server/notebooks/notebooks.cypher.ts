export const listNotebooks = `
  MATCH (n:Notebook)
  OPTIONAL MATCH (n)-[:HAS]->(c:Cell)
  RETURN n.id AS id, n.title AS title, n.updatedAt AS updatedAt, count(c) AS cells
  ORDER BY updatedAt DESC, id`;

export const readNotebook =
  'MATCH (n:Notebook {id: $id}) RETURN n.id AS id, n.title AS title, n.updatedAt AS updatedAt';

export const readCells = `
  MATCH (:Notebook {id: $id})-[:HAS]->(c:Cell)
  RETURN c.id AS id, c.input AS input, c.result AS result, c.ranAt AS ranAt, c.ranAtChange AS ranAtChange
  ORDER BY c.order, c.id`;

export const createNotebook = 'CREATE (n:Notebook {id: $id, title: $title, updatedAt: $at})';

export const renameNotebook =
  'MATCH (n:Notebook {id: $id}) SET n.title = $title, n.updatedAt = $at RETURN n.id AS id';

export const deleteNotebook = `
  MATCH (n:Notebook {id: $id})
  OPTIONAL MATCH (n)-[:HAS]->(c:Cell)
  DETACH DELETE n, c
  RETURN 1 AS deleted`;

/** Taken before the cells are read, so that two windows never order the same column at once. */
export const touchNotebook = 'MATCH (n:Notebook {id: $id}) SET n.updatedAt = $at RETURN n.id AS id';

export const createCell = `
  MATCH (n:Notebook {id: $notebookId})
  CREATE (n)-[:HAS]->(:Cell {id: $id, input: $input, order: 0})`;

export const orderCells = `
  UNWIND $rows AS row
  MATCH (:Notebook {id: $notebookId})-[:HAS]->(c:Cell {id: row.id})
  SET c.order = row.order`;

/** The result belongs to what was asked: another question has none yet. */
export const updateCell = `
  MATCH (:Notebook {id: $notebookId})-[:HAS]->(c:Cell {id: $id})
  FOREACH (_ IN CASE WHEN c.input <> $input THEN [1] ELSE [] END | SET c.input = $input, c.result = null, c.ranAt = null, c.ranAtChange = null)`;

/** Kept only while the cell still asks what was run. */
export const keepResult = `
  MATCH (n:Notebook {id: $notebookId})-[:HAS]->(c:Cell {id: $id}) WHERE c.input = $input
  SET c.result = $result, c.ranAt = $at, c.ranAtChange = $change, n.updatedAt = $at`;

export const deleteCell = 'MATCH (:Notebook {id: $notebookId})-[:HAS]->(c:Cell {id: $id}) DETACH DELETE c';
