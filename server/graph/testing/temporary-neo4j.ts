import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { findFolders } from '../../boot/home-folder.mjs';
import { startManagedNeo4j } from '../../boot/managed-neo4j.ts';
import type { GraphAddress } from '../connect-graph.ts';

/** A managed Neo4j without anything in it, as a start of the app brings it up; gone with its files when stopped. */
export async function startTemporaryNeo4j(): Promise<{ address: GraphAddress; stop(): Promise<void> }> {
  const home = await mkdtemp(path.join(tmpdir(), 'scenefield-test-'));
  const { cache } = findFolders(process.env);
  const neo4j = await startManagedNeo4j({
    cache,
    home,
    password: 'for-tests-only',
    log: pino({ level: 'silent' }),
  });
  const { uri, username, password, database } = neo4j;
  return {
    address: { uri, username, password, database },
    async stop() {
      await neo4j.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
