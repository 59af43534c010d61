import type { Graph } from '../graph/graph.ts';
import * as cypher from './packs.cypher.ts';

export interface PackEntry {
  id: string;
  name: string;
  digest: string;
  importedAt: string;
  scenes: number;
}

/** What came in, newest first. */
export async function listPacks({ graph }: { graph: Graph }): Promise<PackEntry[]> {
  return graph.read(async (tx) => {
    const packs = (await tx.run(cypher.listPacks)) as unknown as Omit<PackEntry, 'scenes'>[];
    const entries: PackEntry[] = [];
    for (const pack of packs) {
      const scenes = await tx.run(cypher.packScenes, { holder: `pack:${pack.id}` });
      entries.push({ ...pack, scenes: scenes.length });
    }
    return entries;
  });
}
