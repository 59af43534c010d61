/** Every passage with a vector of some model: what the embed job would leave. */
export const embedPassages = `
MATCH (p:Passage) SET p.vector = [toFloat(size(p.text)), 1.0, toFloat(p.start)], p.vectorModel = $model`;

export const readTitles = `
MATCH (n:Scene) WHERE n.titleVector IS NOT NULL RETURN count(n) AS count`;
