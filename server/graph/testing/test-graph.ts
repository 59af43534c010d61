import { inject } from 'vitest';
import { connectGraph, type GraphInfo } from '../connect-graph.ts';
import type { Graph, TypedReads } from '../graph.ts';
import { migrate } from '../migrate.ts';
import { eraseEverything } from './testing.cypher.ts';

export type TestGraph = Graph & TypedReads & { info: GraphInfo; empty(): Promise<void> };

/** The tests' Neo4j, migrated and emptied, for one test file: `const graph = await openTestGraph()` in `beforeAll`, `graph.close()` in `afterAll`. */
export async function openTestGraph(): Promise<TestGraph> {
  const graph = await connectGraph(inject('neo4j'));
  const empty = async () => {
    await graph.write((tx) => tx.run(eraseEverything));
  };
  await empty();
  await migrate(graph);
  return { ...graph, empty };
}
