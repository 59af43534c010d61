import { labels } from '../../graph-schema/labels.ts';

/** Nodes of our labels that carry what we name them by; `Migration` marks the database as ours and stays, `restore` a restore under way. */
const ours = labels.filter((label) => label !== 'Migration').join('|');
const isOurs = "(n.id IS NOT NULL OR n:Change AND n.number IS NOT NULL OR n:Counter AND n.name <> 'restore')";

export const countOurs = `
  MATCH (n:${ours}) WHERE ${isOurs}
  UNWIND labels(n) AS label
  RETURN label, count(*) AS nodes ORDER BY label`;

/** One helping, so that a large field does not have to fit into one transaction. */
export const eraseSome = `
  MATCH (n:${ours}) WHERE ${isOurs}
  WITH n LIMIT $limit
  DETACH DELETE n
  RETURN count(*) AS removed`;
