import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { TestProject } from 'vitest/node';
import { findFolders } from '../../boot/home-folder.mjs';
import { startManagedNeo4j } from '../../boot/managed-neo4j.ts';
import { connectGraph, type GraphAddress } from '../connect-graph.ts';
import { inspectDatabase } from '../inspect-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: GraphAddress;
  }
}

/**
 * A real Neo4j for the tests: the empty one at SCENEFIELD_TEST_NEO4J_URI, else one of their own that goes with them.
 * NEO4J_URI is never read here: that is a person's own graph.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['SCENEFIELD_TEST_NEO4J_URI'];
  if (given === undefined || given === '') return startOwn(project);
  const address: GraphAddress = {
    uri: given,
    username: process.env['SCENEFIELD_TEST_NEO4J_USERNAME'] ?? 'neo4j',
    password: process.env['SCENEFIELD_TEST_NEO4J_PASSWORD'] ?? '',
  };
  await refuseUnlessEmpty(address);
  project.provide('neo4j', address);
  return async () => {};
}

async function startOwn(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(path.join(tmpdir(), 'scenefield-test-'));
  const { cache } = findFolders(process.env);
  const neo4j = await startManagedNeo4j({
    cache,
    home,
    password: 'for-tests-only',
    log: pino({ level: 'silent' }),
  });
  const { uri, username, password, database } = neo4j;
  project.provide('neo4j', { uri, username, password, database });
  return async () => {
    await neo4j.stop();
    await rm(home, { recursive: true, force: true });
  };
}

async function refuseUnlessEmpty(address: GraphAddress): Promise<void> {
  const graph = await connectGraph(address);
  try {
    const { state } = await inspectDatabase(graph);
    if (state !== 'empty') {
      throw new Error(
        `SCENEFIELD_TEST_NEO4J_URI must be an empty database and this one is ${state}: give another, or unset it and the tests start their own`,
      );
    }
  } finally {
    await graph.close();
  }
}
