const isOurs = `coalesce(p.decidedBy, 'person') <> 'sender'`;

/** Answers about links, oldest first: what was accepted or rejected, and what a person corrected that still waits. One dropped because its quotes were gone says nothing of the pair. */
export const readAnswers = `
MATCH (p:Proposal {kind: 'link'})
WHERE (p.state IN ['accepted', 'rejected'] OR p.state IN ['pending', 'later'] AND p.editedBy = 'person')
  AND p.unlearned IS NULL AND p.staleReason IS NULL AND p.signalNames IS NOT NULL AND p.score IS NOT NULL
  AND ($fromPacks OR ${isOurs})
RETURN p.state AS state, p.rejectReason AS reason, p.score AS score, p.toId AS target,
  p.signalNames AS names, p.signalZs AS zs, coalesce(p.decidedAt, p.createdAt) AS at
ORDER BY at, p.id`;

export const countSenders = `
MATCH (p:Proposal {kind: 'link', decidedBy: 'sender'}) WHERE p.state IN ['accepted', 'rejected'] AND p.signalNames IS NOT NULL
RETURN count(p) AS count`;

/** All that could be learned from, whoever decided it. */
export const readLearnable = `
MATCH (p:Proposal) WHERE p.unlearned IS NULL AND (p.state IN ['accepted', 'rejected'] OR p.editedBy = 'person')
RETURN p.id AS id`;

export const readTitles = `
UNWIND $ids AS id MATCH (s:Scene {id: id}) RETURN s.id AS id, s.title AS title`;
