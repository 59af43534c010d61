import type { Graph } from '../graph/graph.ts';
import { findTagged } from './notebooks.cypher.ts';

/** Ids of the root scenes with a tag, or with one below it; `#` before it or not. */
export async function taggedRoots(graph: Graph, tag: string): Promise<string[]> {
  const asked = { tag: tag.trim().replace(/^#/u, '').normalize('NFC').toLowerCase() };
  return (await graph.read((tx) => tx.run(findTagged, asked))).map(({ id }) => String(id));
}
