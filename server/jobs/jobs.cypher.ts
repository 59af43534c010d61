export const saveJob = `
  MERGE (j:Job {id: $id})
  SET j += $props`;

export const readJob = `MATCH (j:Job {id: $id}) RETURN j`;

export const listFinished = `
  MATCH (j:Job) WHERE NOT j.state IN ['queued', 'running', 'paused']
  RETURN j ORDER BY j.startedAt DESC LIMIT $limit`;

export const listUnfinished = `
  MATCH (j:Job) WHERE j.state IN ['queued', 'running', 'paused']
  RETURN j ORDER BY j.startedAt`;

export const forgetOld = `
  MATCH (j:Job) WHERE NOT j.state IN ['queued', 'running', 'paused']
  WITH j ORDER BY j.startedAt DESC SKIP $keep
  DETACH DELETE j`;
