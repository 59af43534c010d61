export const listNotebooks = `
  MATCH (n:Notebook)
  OPTIONAL MATCH (n)-[:HAS]->(c:Cell)
  RETURN n.id AS id, n.title AS title, n.updatedAt AS updatedAt, count(c) AS cells
  ORDER BY updatedAt DESC, id`;

export const readNotebook =
  'MATCH (n:Notebook {id: $id}) RETURN n.id AS id, n.title AS title, n.updatedAt AS updatedAt, n.head AS head';

/** Cells without what they came to. */
export const readCells = `
  MATCH (:Notebook {id: $id})-[:HAS]->(c:Cell)
  RETURN c.id AS id, c.name AS name, c.input AS input, c.edition AS edition, c.source AS source, c.made AS made, c.met AS met
  ORDER BY c.order, c.id`;

/** What the cells show. Their whole tables stay where they are. */
export const readResults = `
  MATCH (:Notebook {id: $id})-[:HAS]->(c:Cell) WHERE c.result IS NOT NULL AND c.made IS NOT NULL
  RETURN c.id AS id, c.result AS result`;

export const readTables = `
  MATCH (:Notebook {id: $id})-[:HAS]->(c:Cell) WHERE c.id IN $ids AND c.table IS NOT NULL
  RETURN c.id AS id, c.table AS table`;

/** `head`: what stands above the cells in the file that it was read from. */
export const createNotebook = 'CREATE (n:Notebook {id: $id, title: $title, updatedAt: $at, head: $head})';

export const writeHead = 'MATCH (n:Notebook {id: $id}) SET n.title = $title, n.head = $head';

/** A file without properties takes some to hold the new title. */
export const renameNotebook = `
  MATCH (n:Notebook {id: $id})
  SET n.title = $title, n.updatedAt = $at, n.head = CASE n.head WHEN '' THEN null ELSE n.head END
  RETURN n.id AS id`;

export const deleteNotebook = `
  MATCH (n:Notebook {id: $id})
  OPTIONAL MATCH (n)-[:HAS|HAD]->(c:Cell)
  DETACH DELETE n, c
  RETURN 1 AS deleted`;

/** Taken before the cells are read, so that two windows never order the same column at once. */
export const touchNotebook = 'MATCH (n:Notebook {id: $id}) SET n.updatedAt = $at RETURN n.id AS id';

export const createCells = `
  MATCH (n:Notebook {id: $notebookId})
  UNWIND $cells AS cell
  CREATE (n)-[:HAS]->(:Cell {id: cell.id, name: cell.name, input: cell.input, source: cell.source, edition: 1, order: 0})`;

export const orderCells = `
  UNWIND $rows AS row
  MATCH (:Notebook {id: $notebookId})-[:HAS]->(c:Cell {id: row.id})
  SET c.order = row.order`;

/** What it came to stays, and is stale: it was made from another input. */
export const updateCell = `
  MATCH (:Notebook {id: $notebookId})-[:HAS]->(c:Cell {id: $id})
  SET c.input = $input, c.name = $name, c.edition = coalesce(c.edition, 0) + 1`;

export const writeSource = `
  UNWIND $rows AS row
  MATCH (:Notebook {id: $notebookId})-[:HAS]->(c:Cell {id: row.id})
  SET c.source = row.source`;

export const keepResult = `
  MATCH (:Notebook {id: $notebookId})-[:HAS]->(c:Cell {id: $id})
  SET c.result = $result, c.table = $table, c.made = $made, c.met = $met`;

/** The result that was there stays. */
export const keepProblem = `
  MATCH (:Notebook {id: $notebookId})-[:HAS]->(c:Cell {id: $id})
  SET c.met = $met`;

/** A cell that was taken out can be brought back, whole. */
export const takeOut = `
  MATCH (n:Notebook {id: $notebookId})-[has:HAS]->(c:Cell {id: $id})
  DELETE has
  CREATE (n)-[:HAD {at: $at}]->(c)`;

export const bringBack = `
  MATCH (n:Notebook {id: $notebookId})-[had:HAD]->(c:Cell {id: $id})
  DELETE had
  CREATE (n)-[:HAS]->(c)
  RETURN c.order AS order`;

/** Only the last ones taken out are kept. */
export const forgetTakenOut = `
  MATCH (:Notebook {id: $notebookId})-[had:HAD]->(c:Cell)
  WITH c, had ORDER BY had.at DESC SKIP $kept
  DETACH DELETE c`;

/** Roots of the scenes with a tag, or with one below it. */
export const findTagged = `
  MATCH (c:Concept) WHERE c.from = 'tag' AND (toLower(c.name) = $tag OR toLower(c.name) STARTS WITH $tag + '/')
  MATCH (s:Scene)-[:MENTIONS]->(c)
  RETURN DISTINCT s.rootId AS id`;
