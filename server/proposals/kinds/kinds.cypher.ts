/** Names of whole scenes that are called for but not written, or merged into others. */
export const readTaken = `
MATCH (s:Scene) WHERE s.rootId = s.id AND (s.state = 'missing' OR s.mergedInto IS NOT NULL)
UNWIND [s.title] + coalesce(s.aliases, []) AS title
RETURN DISTINCT title`;

export const readStates = `
UNWIND $ids AS id
MATCH (p:Proposal {id: id}) WHERE p.state IN ['accepted', 'rejected']
RETURN p.state AS state, count(*) AS count`;
