import type { Bench } from './result.ts';
import { compareNearest, measureTable } from './search/nearest.ts';

/** Nearest vectors: exact ones beside Neo4j's own index. */
export const run: Bench = async ({ say }) => {
  const parts = [await compareNearest(100_000, say), await measureTable(500_000, say)];
  return {
    targets: parts.flatMap(({ targets }) => targets),
    peers: parts.flatMap(({ peers }) => peers),
  };
};
