import { labels } from '../../graph-schema/labels.ts';
import { isAppError } from '../../graph-schema/app-error.ts';
import type { Graph } from './graph.ts';
import { pendingMigrations } from './migrate.ts';
import {
  countByLabel,
  findLabelsInUse,
  findTypesWithId,
  hasAnyNode,
  readApplied,
} from './migrations.cypher.ts';

/** Whose database this is, before anything is written. */
export type DatabaseState =
  | { state: 'empty' }
  | { state: 'ours'; version: number; pending: string[] }
  | { state: 'newer'; found: number; known: number }
  /** someone else's nodes and no mark of ours; where `clashes` names labels or link types that we write too, it cannot be shared */
  | { state: 'foreign'; counts: Record<string, number>; clashes: string[] };

export async function inspectDatabase(graph: Graph): Promise<DatabaseState> {
  const applied = await graph.read((tx) => tx.run(readApplied));
  if (applied.length > 0) return inspectOurs(graph, Number(applied.at(-1)?.['version']));
  const [any] = await graph.read((tx) => tx.run(hasAnyNode));
  if (any?.['hasNodes'] !== true) return { state: 'empty' };
  const rows = await graph.read((tx) => tx.run(countByLabel));
  const counts = Object.fromEntries(rows.map(({ label, nodes }) => [String(label), Number(nodes)]));
  const clashes = await graph.read(async (tx) => [
    ...(await tx.run(findLabelsInUse, { labels })),
    ...(await tx.run(findTypesWithId)),
  ]);
  return { state: 'foreign', counts, clashes: clashes.map(({ name }) => String(name)).toSorted() };
}

async function inspectOurs(graph: Graph, version: number): Promise<DatabaseState> {
  try {
    const pending = await pendingMigrations(graph);
    return { state: 'ours', version, pending: pending.map(({ name }) => name) };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'neo4j_newer_schema') throw error;
    return { state: 'newer', found: Number(error.values['found']), known: Number(error.values['known']) };
  }
}
