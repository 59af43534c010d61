import { z } from 'zod';
import type { Graph } from '../graph/graph.ts';
import { createVectorIndex, dropVectorIndex, readVectorIndex } from './vectors.cypher.ts';

/**
 * The vector index takes vectors of one length: a model of another length gets the index made anew. Vectors of the earlier model
 * stay on their passages until they are embedded again, and are in no index meanwhile.
 */
export async function fitVectorIndex(graph: Graph, dimensions: number): Promise<void> {
  const [row] = await graph.read((tx) => tx.run(readVectorIndex));
  if (
    z
      .int()
      .nullable()
      .parse(row?.['dimensions'] ?? null) === dimensions
  )
    return;
  const options = {
    indexConfig: { 'vector.dimensions': dimensions, 'vector.similarity_function': 'cosine' },
  };
  await graph.write((tx) => tx.run(dropVectorIndex));
  await graph.write((tx) => tx.run(createVectorIndex, { options }));
}
