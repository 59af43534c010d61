/** One seek a scene; `toId IN $ids` beside it would be a seek for every pair. */
const from = `
  MATCH (p:Proposal) USING INDEX SEEK p:Proposal(fromId, toId)
  WHERE p.fromId = id AND p.toId IS NOT NULL`;

/** Decided proposals from the scenes. */
export const readDecisions = `
  UNWIND $batch AS id
  ${from} AND p.state IN ['accepted', 'rejected']
  RETURN p{.*} AS decision ORDER BY coalesce(p.decidedBy, 'person'), p.id`;

/** Which of these proposals a person here has decided. */
export const ownDecisions = `
  UNWIND $batch AS id
  MATCH (p:Proposal {id: id}) WHERE p.state IN ['accepted', 'rejected'] AND coalesce(p.decidedBy, 'person') <> 'sender'
  RETURN p.id AS id`;

/** Pairs from the scenes that a person here has rejected. */
export const rejectedPairs = `
  UNWIND $batch AS id
  ${from} AND p.state = 'rejected' AND coalesce(p.decidedBy, 'person') <> 'sender'
  RETURN p.fromId AS from, p.toId AS to`;
