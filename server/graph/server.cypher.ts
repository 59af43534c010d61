export const readServer = `
  CALL dbms.components() YIELD versions, edition
  RETURN versions[0] AS version, edition LIMIT 1`;

/** Some servers speak Bolt and Cypher and have no vector indexes. */
export const findVectorIndexes = `
  SHOW PROCEDURES YIELD name WHERE name = 'db.index.vector.queryNodes' RETURN name`;
