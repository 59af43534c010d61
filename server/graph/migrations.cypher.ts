import { labels } from '../../graph-schema/labels.ts';
import { anyLink } from '../../graph-schema/link-kinds.ts';

/** Ours are named by all three; someone else's `Migration` nodes are no mark of ours. */
export const readApplied = `
  MATCH (m:Migration) WHERE m.version IS NOT NULL AND m.name IS NOT NULL AND m.checksum IS NOT NULL
  RETURN m.version AS version, m.name AS name, m.checksum AS checksum ORDER BY version`;

export const markApplied = `
  MERGE (m:Migration {version: $version})
  ON CREATE SET m.name = $name, m.checksum = $checksum, m.at = $at`;

export const waitForIndexes = 'CALL db.awaitIndexes($seconds)';

export const hasAnyNode = 'RETURN EXISTS { MATCH (n) } AS hasNodes';

/** Label → nodes, the most frequent hundred; those without a label under ''. */
export const countByLabel = `
  MATCH (n)
  UNWIND CASE WHEN size(labels(n)) = 0 THEN [''] ELSE labels(n) END AS label
  RETURN label, count(*) AS nodes ORDER BY nodes DESC, label LIMIT 100`;

/** Labels of ours that nodes carry; `db.labels` would also name those that only a constraint speaks of. */
export const findLabelsInUse = `
  MATCH (n:${labels.join('|')}) UNWIND labels(n) AS name
  WITH DISTINCT name WHERE name IN $labels
  RETURN name`;

/** Someone else's relationships of our types matter where they have an `id`: ours is unique. */
export const findTypesWithId = `
  MATCH ()-[r:${anyLink}]->() WHERE r.id IS NOT NULL
  RETURN DISTINCT type(r) AS name`;

/** Full text follows a commit by a moment. */
export const waitForFullText = 'CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()';
