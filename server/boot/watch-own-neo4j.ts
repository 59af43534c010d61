import { isAppError } from '../../graph-schema/app-error.ts';
import { inspectDatabase } from '../graph/inspect-database.ts';
import { backoffMs, sleep } from './backoff.ts';
import type { GraphHandle } from './graph-handle.ts';
import type { Stages } from './stages.ts';

export interface WatchedNeo4j {
  graph: GraphHandle;
  stages: Stages;
  signal: AbortSignal;
  /** the database is there again and is the one it was */
  onBack(): void;
  /** it is there and is another one, or lost what was in it: everything from the beginning */
  bringUp(): Promise<void>;
}

/**
 * A server that is not our child tells nobody when it goes: the first call that does not reach it begins this.
 * The stage says so until the server answers again; the driver itself then needs no help.
 */
export async function watchOwnNeo4j(fault: unknown, watched: WatchedNeo4j): Promise<void> {
  const { graph, stages, signal, onBack, bringUp } = watched;
  const connection = graph.connection();
  if (connection === null || !stages.isDone('migrations') || !stages.isDone('neo4j')) return;
  stages.lose('neo4j', fault);
  for (let attempt = 0; !signal.aborted; attempt++) {
    await sleep(backoffMs(attempt), signal);
    if (graph.connection() !== connection) return;
    try {
      const found = await inspectDatabase(connection);
      if (found.state !== 'ours' || found.pending.length > 0) return await bringUp();
      await stages.run('neo4j', () => Promise.resolve());
      return onBack();
    } catch (error) {
      if (!isAppError(error) || error.code !== 'neo4j_unreachable') return bringUp();
    }
  }
}
