import type { Graph } from '../../graph/graph.ts';
import type { ConceptRow } from './concepts.ts';
import { adding, inBatches } from './in-batches.ts';
import type { MissingRow, NamedRows } from './link-rows.ts';
import { runRows } from './run-rows.ts';
import * as cypher from './write-links.cypher.ts';

type Held<T> = T & { holders: string[] };

/**
 * Concepts and missing scenes that sources name, each with all of its holders: before the links to them, which then only have to be
 * made. Each is written once, however many name it.
 */
export async function writeNamed(
  graph: Graph,
  sources: Iterable<NamedRows>,
  { vaultId, since }: { vaultId: string; since: number },
): Promise<void> {
  const missing = new Map<string, Held<MissingRow>>();
  const concepts = new Map<string, Held<ConceptRow>>();
  for (const rows of sources) {
    const holder = `source:${rows.sourceId}`;
    for (const row of rows.missing) hold(missing, row, holder);
    for (const row of rows.concepts) hold(concepts, row, holder);
  }
  const write = <T>(rows: Iterable<Held<T>>, cypherOf: string) =>
    inBatches(
      {
        weigh: ({ holders }: Held<T>) => holders.length,
        atOnce: 2,
        write: (batch) =>
          graph.write(async (tx) => void (await tx.run(cypherOf, { rows: batch, vaultId, since }))),
      },
      adding(rows),
    );
  await write(missing.values(), cypher.writeMissing);
  await write(concepts.values(), cypher.writeConcepts);
  const parts = [...concepts.values()].filter((row) => row.parentId !== null);
  await graph.write((tx) =>
    runRows(tx, cypher.writeConceptParts, { rows: parts.map(({ id, parentId }) => ({ id, parentId })) }),
  );
}

function hold<T extends { id: string }>(held: Map<string, Held<T>>, row: T, holder: string): void {
  const known = held.get(row.id);
  if (known) known.holders.push(holder);
  else held.set(row.id, { ...row, holders: [holder] });
}
