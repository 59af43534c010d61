/** All nodes but the marks of applied migrations. */
export const eraseEverything = 'MATCH (n) WHERE NOT n:Migration DETACH DELETE n';
