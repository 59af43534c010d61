import type { Label } from '../../graph-schema/labels.ts';
import { relationshipType, type LinkKind } from '../../graph-schema/link-kinds.ts';
import { relationshipTypes } from '../../graph-schema/link-kinds.ts';
import { structureTypes, type StructureType } from '../../graph-schema/structure-types.ts';
import type { LostRelation } from './steps.ts';

/** Types of the closed unions, so that a name gets into a query's text only from there. */
const types = [...relationshipTypes, ...structureTypes].map((type) => `'${type}'`).join(', ');

const withHolder = (of: string) => `
  SET ${of}.heldBy = CASE WHEN row.holder IN coalesce(${of}.heldBy, []) THEN ${of}.heldBy ELSE coalesce(${of}.heldBy, []) + row.holder END`;
const isLast = (of: string) => `size([holder IN ${of}.heldBy WHERE holder <> row.holder]) = 0`;

/**
 * The hints matter: a plan is made from counts of before the transaction, and where those are small Neo4j scans the whole index for
 * each row, also under a hint that does not say SEEK (a pack of 1,600 scenes and 4,000 links: 16 s in one statement instead of 0.3).
 */
const node = (name: string, label: Label) =>
  `MATCH (${name}:${label} {id: row.id}) USING INDEX SEEK ${name}:${label}(id)`;

export const readNodes = (label: Label) => `
  UNWIND $rows AS row
  ${node('n', label)}
  RETURN row.index AS index, [key IN row.keys | n[key]] AS now`;

export const setNodes = (label: Label) => `
  UNWIND $rows AS row
  ${node('n', label)}
  SET n += row.after`;

export const holdNodes = (label: Label) => `
  UNWIND $rows AS row
  OPTIONAL ${node('there', label)}
  WITH row, there IS NULL AS made, coalesce(row.holder IN there.heldBy, false) AS had
  MERGE (n:${label} {id: row.id})
  ON CREATE SET n += row.props
  ${withHolder('n')}
  RETURN row.index AS index, made, had`;

export const readHeldNodes = (label: Label) => `
  UNWIND $rows AS row
  ${node('n', label)} WHERE row.holder IN n.heldBy
  WITH row, n, ${isLast('n')} AS last
  RETURN row.index AS index, last, CASE WHEN last THEN properties(n) END AS props,
    CASE WHEN last THEN [(n)-[r]-(other) WHERE type(r) IN [${types}] |
      {type: type(r), isOut: startNode(r) = n, labels: labels(other), id: other.id, props: properties(r)}] ELSE [] END AS relations`;

export const releaseNodes = (label: Label) => `
  UNWIND $rows AS row
  ${node('n', label)} WHERE row.holder IN n.heldBy
  SET n.heldBy = [holder IN n.heldBy WHERE holder <> row.holder]
  WITH n WHERE size(n.heldBy) = 0
  DETACH DELETE n`;

const ends = (from: Label, to: Label) =>
  `MATCH (a:${from} {id: row.from}), (b:${to} {id: row.to}) USING INDEX SEEK a:${from}(id) USING INDEX SEEK b:${to}(id)`;
const link = (kind: LinkKind, name: string) =>
  `(a)-[${name}:${relationshipType(kind)} {origin: row.origin}]->(b)`;
export interface LinkShape {
  kind: LinkKind;
  from: Label;
  to: Label;
}

export const readLinks = ({ kind, from, to }: LinkShape) => `
  UNWIND $rows AS row
  ${ends(from, to)}
  WITH row, a, b
  MATCH ${link(kind, 'r')}
  RETURN row.index AS index, r.id AS id, [key IN row.keys | r[key]] AS now`;

export const setLinks = ({ kind, from, to }: LinkShape) => `
  UNWIND $rows AS row
  ${ends(from, to)}
  WITH row, a, b
  MATCH ${link(kind, 'r')}
  SET r += row.after`;

export const holdLinks = ({ kind, from, to }: LinkShape) => `
  UNWIND $rows AS row
  ${ends(from, to)}
  OPTIONAL MATCH ${link(kind, 'there')}
  WITH row, a, b, there IS NULL AS made, coalesce(row.holder IN there.heldBy, false) AS had
  MERGE ${link(kind, 'r')}
  ON CREATE SET r += row.props
  ${withHolder('r')}
  RETURN row.index AS index, made, had, r.id AS id`;

export const readHeldLinks = ({ kind, from, to }: LinkShape) => `
  UNWIND $rows AS row
  ${ends(from, to)}
  WITH row, a, b
  MATCH ${link(kind, 'r')} WHERE row.holder IN r.heldBy
  RETURN row.index AS index, ${isLast('r')} AS last, properties(r) AS props`;

export const releaseLinks = ({ kind, from, to }: LinkShape) => `
  UNWIND $rows AS row
  ${ends(from, to)}
  WITH row, a, b
  MATCH ${link(kind, 'r')} WHERE row.holder IN r.heldBy
  SET r.heldBy = [holder IN r.heldBy WHERE holder <> row.holder]
  WITH r WHERE size(r.heldBy) = 0
  DELETE r`;

/** A link among the lost relations is told by its id; of the rest there is one between two nodes. */
export const restoreRelations = (type: LostRelation['type'], { from, to }: { from: Label; to: Label }) => `
  UNWIND $rows AS row
  ${ends(from, to)}
  MERGE (a)-[r:${type} ${(relationshipTypes as readonly string[]).includes(type) ? '{id: row.props.id}' : ''}]->(b)
  ON CREATE SET r += row.props`;

export interface JoinShape {
  type: StructureType;
  from: Label;
  to: Label;
}

export const joinNodes = ({ type, from, to }: JoinShape) => `
  UNWIND $rows AS row
  ${ends(from, to)}
  WHERE NOT (a)-[:${type}]->(b)
  CREATE (a)-[:${type}]->(b)
  RETURN row.index AS index`;

export const partNodes = ({ type, from, to }: JoinShape) => `
  UNWIND $rows AS row
  ${ends(from, to)}
  WITH row, a, b
  MATCH (a)-[r:${type}]->(b)
  DELETE r
  RETURN row.index AS index`;
