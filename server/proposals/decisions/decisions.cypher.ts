export const readEvidencePlaces = `
MATCH (p:Proposal {id: $id})
UNWIND range(0, size(p.evidencePassages) - 1) AS at
MATCH (q:Passage {id: p.evidencePassages[at]})
RETURN q.id AS passageId, q.sceneId AS sceneId, p.evidenceStarts[at] AS start, p.evidenceEnds[at] AS end
ORDER BY at`;
