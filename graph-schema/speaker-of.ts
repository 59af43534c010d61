/** Cypher: who says scene `s`, as the innermost turn that it is or is part of tells; null where nobody does. */
export const speakerOfScene = `
head(COLLECT {
  MATCH way = (s)-[:PART_OF*0..6]->(turn:Scene {kind: 'turn'}) WHERE turn.speaker IS NOT NULL
  RETURN turn {name: turn.speaker, role: coalesce(turn.speakerRole, 'other')} ORDER BY length(way) LIMIT 1
})`;
