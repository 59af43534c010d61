export const readApplied = `
  MATCH (m:Migration) RETURN m.version AS version, m.name AS name, m.checksum AS checksum ORDER BY version`;

export const markApplied = `
  MERGE (m:Migration {version: $version})
  ON CREATE SET m.name = $name, m.checksum = $checksum, m.at = $at`;

export const waitForIndexes = 'CALL db.awaitIndexes($seconds)';

export const hasAnyNode = 'RETURN EXISTS { MATCH (n) } AS hasNodes';

/** Label → nodes; those without a label under ''. Each label's count is read from the store's own counters where there is one label. */
export const countByLabel = `
  MATCH (n)
  UNWIND CASE WHEN size(labels(n)) = 0 THEN [''] ELSE labels(n) END AS label
  RETURN label, count(*) AS nodes ORDER BY nodes DESC, label LIMIT 100`;
