import { Change } from '../../graph-schema/change.ts';
import type { Graph, Row } from '../graph/graph.ts';
import { listChanges as list, readNumber } from './changes.cypher.ts';

/** Newest first; with `nodeId` those that touched that node or link. */
export async function listChanges(
  graph: Graph,
  { limit, nodeId }: { limit: number; nodeId?: string | undefined },
): Promise<Change[]> {
  const rows = await graph.read((tx) => tx.run(list, { limit, nodeId: nodeId ?? null }));
  return rows.map(toChange);
}

/** Number of the newest change, 0 before the first. */
export async function currentNumber(graph: Graph): Promise<number> {
  const [row] = await graph.read((tx) => tx.run(readNumber));
  return Number(row?.['number'] ?? 0);
}

export function toChange(row: Row): Change {
  const change = row['change'] as Row;
  return Change.parse({ ...change, values: JSON.parse(String(change['values'])) });
}
