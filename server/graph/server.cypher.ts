export const readServer = `
  CALL dbms.components() YIELD versions, edition
  RETURN versions[0] AS version, edition LIMIT 1`;

/** Some servers speak Bolt and Cypher and have no vector indexes. */
export const findVectorIndexes = `
  SHOW PROCEDURES YIELD name WHERE name = 'db.index.vector.queryNodes' RETURN name`;

/** Ends what a person's statement still does, known by what its transaction was marked with. */
export const terminateAsked = `
  SHOW TRANSACTIONS YIELD transactionId AS id, metaData AS marks WHERE marks.asked = $asked
  TERMINATE TRANSACTIONS id YIELD message RETURN message`;
