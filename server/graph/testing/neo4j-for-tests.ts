import type { TestProject } from 'vitest/node';
import { connectGraph, type GraphAddress } from '../connect-graph.ts';
import { inspectDatabase } from '../inspect-database.ts';
import { startTemporaryNeo4j } from './temporary-neo4j.ts';

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
  const { address, stop } = await startTemporaryNeo4j();
  project.provide('neo4j', address);
  return stop;
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
