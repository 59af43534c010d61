/** Changes are serialised by this counter's lock: it is taken first, so two of them never wait for each other crosswise. */
export const nextNumber = `
  MERGE (c:Counter {name: 'change'})
  SET c.value = coalesce(c.value, 0) + 1
  RETURN c.value AS number`;

/** Takes the lock that `nextNumber` takes, so that what is told of the next change holds. */
export const lockNumber = `
  MERGE (c:Counter {name: 'change'})
  SET c.value = coalesce(c.value, 0)
  RETURN c.value + 1 AS number`;

export const readNumber = `OPTIONAL MATCH (c:Counter {name: 'change'}) RETURN coalesce(c.value, 0) AS number`;

export const createChange = `
  CREATE (c:Change {number: $number, kind: $kind, at: $at, values: $values, steps: $steps, touches: $touches, founds: $founds,
    undoable: $undoable, undone: false, effect: $number})
  SET c.of = $of`;

export const completeChange = `
  MATCH (c:Change {number: $number}) SET c.values = $values, c.touches = $touches`;

const shown = `{number: c.number, kind: c.kind, at: c.at, values: c.values, undoable: c.undoable, undone: c.undone} AS change`;

export const listChanges = `
  MATCH (c:Change) WHERE $nodeId IS NULL OR $nodeId IN c.touches
  RETURN ${shown} ORDER BY c.number DESC LIMIT $limit`;

export const readChange = `
  MATCH (c:Change {number: $number}) RETURN ${shown}, c.founds AS founds, c.effect AS effect`;

/** `kinds` null: of any. */
export const newestUndoable = `
  MATCH (c:Change) WHERE c.undoable AND NOT c.undone AND ($kinds IS NULL OR c.kind IN $kinds)
  RETURN c.number AS number ORDER BY number DESC LIMIT 1`;

/** Later decisions that are in force and touch what this one made or set. */
export const standingOn = `
  MATCH (c:Change) WHERE c.number > $number AND c.undoable AND NOT c.undone
    AND any(thing IN c.touches WHERE thing IN $founds)
  RETURN c.number AS number ORDER BY number`;

/** The undo to take back next: the newest one that was not redone, unless someone has decided something new after it. */
export const newestUndo = `
  MATCH (u:Change {kind: 'undo'}) WHERE NOT u.undone
  WITH u ORDER BY u.number DESC LIMIT 1
  WHERE NOT EXISTS { MATCH (c:Change) WHERE c.number > u.number AND c.undoable }
  RETURN u.number AS number, u.of AS of`;

export const readSteps = `MATCH (c:Change {number: $number}) RETURN c.steps AS steps`;

/** `effect`: the entry whose steps brought the change's last state about, to be inverted next. */
export const markUndone = `
  MATCH (c:Change {number: $number}) SET c.undone = $undone, c.effect = $effect`;

export const markRedone = `MATCH (u:Change {number: $number}) SET u.undone = true`;
