/** All nodes but the marks of applied migrations. */
export const eraseEverything = 'MATCH (n) WHERE NOT n:Migration DETACH DELETE n';

export const listConstraints = 'SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name';

/** Indexes of our own; the two lookups are Neo4j's, and a constraint's index goes with it. */
export const listIndexes = `
  SHOW INDEXES YIELD name, type, owningConstraint, state WHERE type <> 'LOOKUP' AND owningConstraint IS NULL
  RETURN name, state ORDER BY name`;

export const dropConstraint = (name: string) => `DROP CONSTRAINT \`${name}\``;
export const dropIndex = (name: string) => `DROP INDEX \`${name}\``;
export const eraseMarks = 'MATCH (m:Migration) DETACH DELETE m';
