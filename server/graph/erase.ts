import { countOurs, eraseSome } from './erase.cypher.ts';
import type { Graph } from './graph.ts';

const helping = 10_000;

/** Takes everything of ours out of the database, also half-way through when run again; what others keep there stays. Returns nodes by label. */
export async function eraseField(graph: Graph): Promise<Record<string, number>> {
  const counted = await graph.read((tx) => tx.run(countOurs));
  for (let removed = helping; removed === helping;) {
    const [row] = await graph.write((tx) => tx.run(eraseSome, { limit: helping }));
    removed = Number(row?.['removed'] ?? 0);
  }
  return Object.fromEntries(counted.map(({ label, nodes }) => [String(label), Number(nodes)]));
}
