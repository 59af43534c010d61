export const listKept = `
MATCH (v:View {kind: $kind})
RETURN v.id AS id, v.name AS name, v.text AS text ORDER BY toLower(v.name), v.id`;
