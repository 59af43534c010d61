import type { Graph } from '../graph.ts';
import {
  dropConstraint,
  dropIndex,
  eraseEverything,
  eraseMarks,
  listConstraints,
  listIndexes,
} from './testing.cypher.ts';

/** Makes the tests' database as new: no node, no constraint, no index. */
export async function eraseSchema(graph: Graph): Promise<void> {
  await graph.write((tx) => tx.run(eraseEverything));
  await graph.write((tx) => tx.run(eraseMarks));
  for (const { name } of await graph.read((tx) => tx.run(listConstraints))) {
    await graph.write((tx) => tx.run(dropConstraint(String(name))));
  }
  for (const { name } of await graph.read((tx) => tx.run(listIndexes))) {
    await graph.write((tx) => tx.run(dropIndex(String(name))));
  }
}
