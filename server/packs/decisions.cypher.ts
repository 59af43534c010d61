/** Decided proposals between the scenes: what leaves in a pack. */
export const readDecisions = `
  UNWIND $batch AS id
  MATCH (p:Proposal {fromId: id}) WHERE p.state IN ['accepted', 'rejected'] AND p.toId IN $ids
  RETURN p{.*} AS decision ORDER BY coalesce(p.decidedBy, 'person'), p.id`;

/** Which of these proposals a person here has decided. */
export const ownDecisions = `
  UNWIND $batch AS id
  MATCH (p:Proposal {id: id}) WHERE p.state IN ['accepted', 'rejected'] AND coalesce(p.decidedBy, 'person') <> 'sender'
  RETURN p.id AS id`;

/** Pairs that a person here has rejected. */
export const rejectedPairs = `
  UNWIND $batch AS id
  MATCH (p:Proposal {fromId: id, state: 'rejected'})
  WHERE p.toId IN $ids AND coalesce(p.decidedBy, 'person') <> 'sender'
  RETURN p.fromId AS from, p.toId AS to`;
