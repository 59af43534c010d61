import { anyLink } from '../../graph-schema/link-kinds.ts';

/** What the pack holds, each with all its holders. */
export const heldScenes = `
  MATCH (n:Scene) WHERE $holder IN n.heldBy
  RETURN n.id AS id, n.heldBy AS heldBy, n.filledBy AS filledBy, n.sourceId AS sourceId`;

export const heldConcepts =
  'MATCH (n:Concept) WHERE $holder IN n.heldBy RETURN n.id AS id, n.heldBy AS heldBy';

export const heldPassages =
  'MATCH (n:Passage) WHERE $holder IN n.heldBy RETURN n.id AS id, n.heldBy AS heldBy, n.sceneId AS sceneId';

export const heldDecisions =
  'MATCH (n:Proposal) WHERE $holder IN n.heldBy RETURN n.id AS id, n.heldBy AS heldBy';

export const heldLinks = `
  MATCH (a)-[r:${anyLink}]->(b) WHERE $holder IN r.heldBy
  RETURN r.id AS id, toLower(type(r)) AS kind, r.origin AS origin, r.heldBy AS heldBy,
    a.id AS from, labels(a)[0] AS fromLabel, b.id AS to, labels(b)[0] AS toLabel
  ORDER BY kind, fromLabel, toLabel`;

/** Nodes that somebody else's links stand on, with who holds those links. */
export const stoodOn = {
  scenes: stoodOnBy('Scene'),
  concepts: stoodOnBy('Concept'),
};

function stoodOnBy(label: 'Scene' | 'Concept'): string {
  return `
  UNWIND $batch AS id
  MATCH (n:${label} {id: id})-[r:${anyLink}]-() USING INDEX SEEK n:${label}(id)
  WHERE r.until IS NULL
  UNWIND r.heldBy AS holder
  WITH id, holder WHERE holder <> $holder
  RETURN id, collect(DISTINCT holder) AS heldBy`;
}

/** What scenes are part of, themselves included. */
export const scenesAbove = `
  UNWIND $batch AS id
  MATCH (n:Scene {id: id})-[:PART_OF*0..20]->(above:Scene) USING INDEX SEEK n:Scene(id)
  RETURN above.id AS id, id AS below`;
