import { AppError } from '../../graph-schema/app-error.ts';
import type { Graph, Tx } from './graph.ts';
import { readMigrations, type MigrationFile } from './migration-files.ts';
import { markApplied, readApplied, waitForFullText, waitForIndexes } from './migrations.cypher.ts';

export interface MigrateOptions {
  report?: (progress: { done: number; total: number; name: string }) => void;
  /** the steps to bring the database to; default: those of graph-schema/migrations */
  migrations?: MigrationFile[];
}

/**
 * Brings the database to our schema: each step once, in order, safe to run again after a crash at any point.
 * @returns names of the steps that were applied now
 * @throws AppError neo4j_newer_schema, neo4j_migration_changed
 */
export async function migrate(graph: Graph, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = options.migrations ?? (await readMigrations());
  const pending = await pendingMigrations(graph, migrations);
  for (const [done, migration] of pending.entries()) {
    options.report?.({ done, total: pending.length, name: migration.name });
    await apply(graph, migration);
  }
  if (pending.length > 0) await awaitIndexes(graph);
  return pending.map(({ name }) => name);
}

/** The steps that this database has not seen. An empty list with a database of ours means: nothing to do. */
export async function pendingMigrations(
  graph: Graph,
  migrations?: MigrationFile[],
): Promise<MigrationFile[]> {
  const known = migrations ?? (await readMigrations());
  const applied = await graph.read((tx) => tx.run(readApplied));
  const newest = Number(applied.at(-1)?.['version'] ?? 0);
  if (newest > known.length) {
    throw new AppError('neo4j_newer_schema', { values: { found: newest, known: known.length } });
  }
  for (const { version, checksum } of applied) {
    const file = known[Number(version) - 1];
    if (file !== undefined && file.checksum !== checksum) {
      throw new AppError('neo4j_migration_changed', { values: { version: file.version, name: file.name } });
    }
  }
  const seen = new Set(applied.map(({ version }) => Number(version)));
  return known.filter(({ version }) => !seen.has(version));
}

/** Waits until every index answers. */
export async function awaitIndexes(graph: Graph, seconds = 300): Promise<void> {
  await graph.read((tx) => tx.run(waitForIndexes, { seconds }));
}

/** Waits until full text has what was committed before. */
export async function awaitFullText(graph: Graph): Promise<void> {
  await graph.read((tx) => tx.run(waitForFullText));
}

/** Data statements and their mark are one transaction; schema statements are one too, harmless when repeated, and their mark another. */
async function apply(
  graph: Graph,
  { version, name, kind, checksum, statements }: MigrationFile,
): Promise<void> {
  const mark = { version, name, checksum, at: new Date().toISOString() };
  const run = async (tx: Tx) => {
    for (const statement of statements) await tx.run(statement);
  };
  if (kind === 'schema') {
    await graph.write(run);
    await graph.write((tx) => tx.run(markApplied, mark));
    return;
  }
  await graph.write(async (tx) => {
    await run(tx);
    await tx.run(markApplied, mark);
  });
}
