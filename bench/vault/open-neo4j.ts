import { connectGraph, type GraphAddress } from '../../server/graph/connect-graph.ts';
import type { Graph } from '../../server/graph/graph.ts';
import { migrate } from '../../server/graph/migrate.ts';
import { startTemporaryNeo4j } from '../../server/graph/testing/temporary-neo4j.ts';

export interface OpenedNeo4j {
  graph: Graph;
  address: GraphAddress;
  close(): Promise<void>;
}

/** A Neo4j of this run's own with an empty field. */
export async function openNeo4j(): Promise<OpenedNeo4j> {
  const { address, stop } = await startTemporaryNeo4j();
  const graph = await connectGraph(address);
  await migrate(graph);
  return {
    graph,
    address,
    async close() {
      await graph.close();
      await stop();
    },
  };
}
