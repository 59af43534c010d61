import type { Label } from '../../graph-schema/labels.ts';
import { keptLabels, keyOf, type RelationType } from './backup-line.ts';

/** Holds back every change until the backup has read all: a write to the counter that each of them needs. */
export const holdChanges = `
  MERGE (c:Counter {name: 'change'})
  SET c.value = coalesce(c.value, 0)`;

export const readSchema = 'MATCH (m:Migration) RETURN coalesce(max(m.version), 0) AS version';

export const readNodes = (label: Label) => `
  MATCH (n:${label}) WHERE $after IS NULL OR n.${keyOf(label)} > $after
  WITH n WHERE n.${keyOf(label)} IS NOT NULL
  RETURN n.${keyOf(label)} AS key, properties(n) AS props ORDER BY key LIMIT $limit`;

/** A helping of nodes, each with what goes out of it. */
export const readRelations = (label: Label) => `
  MATCH (n:${label}) WHERE $after IS NULL OR n.${keyOf(label)} > $after
  WITH n WHERE n.${keyOf(label)} IS NOT NULL
  WITH n, n.${keyOf(label)} AS key ORDER BY key LIMIT $limit
  RETURN key, [(n)-[r]->(other:${keptLabels.join('|')}) |
    {type: type(r), labels: labels(other), other: other {.id, .number, .name}, props: properties(r)}] AS relations
  ORDER BY key`;

export const createNodes = (label: Label) => `
  UNWIND $rows AS row
  MERGE (n:${label} {${keyOf(label)}: row.key})
  SET n = row.props`;

export const createRelations = (type: RelationType, { from, to }: { from: Label; to: Label }) => `
  UNWIND $rows AS row
  MATCH (a:${from} {${keyOf(from)}: row.from}), (b:${to} {${keyOf(to)}: row.to})
  CREATE (a)-[r:${type}]->(b)
  SET r = row.props
  RETURN count(*) AS made`;

/** Counters alone are no field: a started app has one. */
export const hasField = `
  RETURN EXISTS { MATCH (n:${keptLabels.filter((label) => label !== 'Counter').join('|')}) } AS found`;

/** Says that a restore is under way: if it is still there at a start, the restore was cut. */
export const beginRestore = `MERGE (c:Counter {name: 'restore'}) SET c.file = $file`;
export const endRestore = `MATCH (c:Counter {name: 'restore'}) DELETE c`;
export const readRestore = `MATCH (c:Counter {name: 'restore'}) RETURN c.file AS file`;

export const forgetMigrations = 'MATCH (m:Migration) WHERE m.version > $version DELETE m';
