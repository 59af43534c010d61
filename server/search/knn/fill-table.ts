import { z } from 'zod';
import { connectGraph, type GraphAddress } from '../../graph/connect-graph.ts';
import type { Graph } from '../../graph/graph.ts';
import { readEmbeddedIds, readVectors } from './nearest.cypher.ts';
import type { TableRow } from './vector-table.ts';

interface FillInput {
  address: GraphAddress;
  model: string;
  signal: AbortSignal;
  table: {
    has(id: string): boolean;
    put(rows: readonly TableRow[]): void;
    /** takes away what is neither among these nor was put meanwhile */
    keepOnly(ids: ReadonlySet<string>): void;
  };
}

/** So many ids a page, and vectors at once: a question waits for no more than the reading of one lot. */
const idsAPage = 20_000;
const vectorsAtOnce = 250;
/** More are not held: 400 MB. */
const mostRows = 1_000_000;

const Row = z.object({ id: z.string(), vaultId: z.string() });

/**
 * Brings the table to what the graph holds, over a connection of this thread's own. What is held already is not read again.
 * False where it was given up: another filling began, or there are too many.
 */
export async function fillTable({ address, model, signal, table }: FillInput): Promise<boolean> {
  const graph = await connectGraph(address);
  try {
    const seen = new Set<string>();
    for (let after = ''; ;) {
      const rows = await graph.read((tx) => tx.run(readEmbeddedIds, { after, model, limit: idsAPage }));
      const ids = rows.map(({ id }) => z.string().parse(id));
      for (const id of ids) seen.add(id);
      if (seen.size > mostRows) return false;
      const missing = ids.filter((id) => !table.has(id));
      for (let first = 0; first < missing.length; first += vectorsAtOnce) {
        const some = missing.slice(first, first + vectorsAtOnce);
        table.put(await readRows(graph, { ids: some, model }));
        if (signal.aborted) return false;
      }
      if (signal.aborted) return false;
      if (ids.length < idsAPage) break;
      after = ids.at(-1) ?? '';
    }
    table.keepOnly(seen);
    return true;
  } finally {
    await graph.close();
  }
}

async function readRows(graph: Graph, input: { ids: string[]; model: string }): Promise<TableRow[]> {
  const rows = await graph.read((tx) => tx.run(readVectors, input));
  return rows.map((row) => ({ ...Row.parse(row), vector: Float32Array.from(row['vector'] as number[]) }));
}
