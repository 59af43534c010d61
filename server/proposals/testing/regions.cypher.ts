/** Puts notes into regions by title, as a layout would. */
export const writeRegionsOf = `
UNWIND $rows AS row
MERGE (r:Region {id: row.region})
SET r.name = row.region
WITH r, row
MATCH (s:Scene {title: row.title}) WHERE s.rootId = s.id
MERGE (s)-[:IN_REGION]->(r)`;
