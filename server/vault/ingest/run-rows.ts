import type { Row, Tx } from '../../graph/graph.ts';

/** Runs a statement over rows, if there are any: an unused statement still costs its planning. */
export async function runRows(
  tx: Tx,
  cypher: string,
  parameters: { rows: readonly unknown[] } & Record<string, unknown>,
): Promise<Row[]> {
  return parameters.rows.length === 0 ? [] : tx.run(cypher, parameters);
}
