export const listSettled = `
MATCH (v:View {kind: 'settled'}) RETURN v.id AS id, v.of AS of ORDER BY id`;

/** Names of regions or scenes, in the order of their ids. */
export const readSettledNames = `
UNWIND range(0, size($ids) - 1) AS at
OPTIONAL MATCH (r:Region {id: $ids[at]})
OPTIONAL MATCH (s:Scene {id: $ids[at]})
WITH at, coalesce(r.name, s.title) AS name WHERE name IS NOT NULL
RETURN name ORDER BY at`;
