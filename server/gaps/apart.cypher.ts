export const listApart = `
MATCH (v:View {kind: 'apart'}) RETURN v.id AS id, v.regionIds AS regionIds ORDER BY id`;

export const readRegionNames = `
UNWIND $ids AS id MATCH (r:Region {id: id}) RETURN r.name AS name`;
