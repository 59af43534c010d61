/** Decided proposals between the scenes: what leaves in a pack. */
export const readDecisions = `
  UNWIND $batch AS id
  MATCH (p:Proposal {fromId: id}) WHERE p.state IN ['accepted', 'rejected'] AND p.toId IN $ids
  RETURN p{.*} AS decision`;

/** Which of these proposals are this field's own, decided or not. */
export const ownProposals = `
  UNWIND $batch AS id
  MATCH (p:Proposal {id: id}) WHERE coalesce(p.decidedBy, 'person') <> 'sender'
  RETURN p.id AS id`;

/** Pairs that a person here has rejected. */
export const rejectedPairs = `
  UNWIND $batch AS id
  MATCH (p:Proposal {fromId: id, state: 'rejected'})
  WHERE p.toId IN $ids AND coalesce(p.decidedBy, 'person') <> 'sender'
  RETURN p.fromId AS from, p.toId AS to`;
