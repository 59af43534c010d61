import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { cacheFolder } from '../../models/cache-folder.ts';
import { startManagedNeo4j } from '../../server/boot/managed-neo4j.ts';
import { connectGraph } from '../../server/graph/connect-graph.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { migrate } from '../../server/graph/migrate.ts';

export interface OpenedNeo4j {
  graph: Graph;
  close(): Promise<void>;
}

/** A managed Neo4j with an empty field, as a start of the app brings it up; gone with its files when closed. */
export async function openNeo4j(): Promise<OpenedNeo4j> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'scenefield-bench-'));
  const managed = await startManagedNeo4j({
    cache: cacheFolder(),
    home,
    password: 'only-for-this-run',
    log: pino({ level: 'silent' }),
  });
  const { uri, username, password, database } = managed;
  const graph = await connectGraph({ uri, username, password, database });
  await migrate(graph);
  return {
    graph,
    async close() {
      await graph.close();
      await managed.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
