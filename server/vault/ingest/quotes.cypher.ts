/** Quotes that links of persons and models have in these scenes, each with its whole passage: offsets are UTF-16, substring() counts code points. */
export const readQuotes = `
UNWIND $sceneIds AS id
MATCH (n:Scene {id: id})-[r]-() WHERE r.origin IN ['person', 'model'] AND size(coalesce(r.evidencePassages, [])) > 0
WITH DISTINCT r, n.id AS sceneId
UNWIND range(0, size(r.evidencePassages) - 1) AS place
OPTIONAL MATCH (p:Passage {id: r.evidencePassages[place]})
RETURN r.id AS linkId, sceneId, place, r.evidencePassages[place] AS passageId, r.evidenceStarts[place] AS start,
  r.evidenceEnds[place] AS end, coalesce(p.rootId, '') AS rootId, coalesce(p.text, '') AS text
ORDER BY linkId, sceneId, place`;

export const writeQuotes = `
UNWIND $rows AS row
MATCH (n:Scene {id: row.sceneId})-[r]-() WHERE r.id = row.linkId
SET r.evidencePassages = row.passages, r.evidenceStarts = row.starts, r.evidenceEnds = row.ends`;
