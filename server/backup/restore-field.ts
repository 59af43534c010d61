import path from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';
import { commitChange } from '../changes/commit-change.ts';
import { eraseField } from '../graph/erase.ts';
import type { Graph } from '../graph/graph.ts';
import { migrate } from '../graph/migrate.ts';
import { readMigrations } from '../graph/migration-files.ts';
import type { BackupResult } from './backup-field.ts';
import {
  beginRestore,
  createNodes,
  createRelations,
  endRestore,
  forgetMigrations,
  hasField,
  readRestore,
} from './backup.cypher.ts';
import { keyOf, unpackProperties, type NodeLine, type RelationLine } from './backup-line.ts';
import { openBackup, type BackupLine, type OpenedBackup } from './open-backup.ts';

export interface RestoreOptions {
  file: string;
  /** erase the field that is there first; default: refuse */
  replace?: boolean;
  signal?: AbortSignal;
  report?: (progress: { done: number; total: number }) => void;
}

const helping = 1000;

/**
 * Brings a backup back, ids, decisions and history and all. The whole file is checked before anything is written;
 * a restore that is cut is seen at the next start and finished by `finishRestore`.
 * @throws AppError backup_damaged, backup_newer, field_not_empty, not_found, cancelled
 */
export async function restoreField(
  { graph }: { graph: Graph },
  options: RestoreOptions,
): Promise<BackupResult> {
  const beganMs = performance.now();
  const { file, replace = false, signal } = options;
  const backup = await openBackup(file, signal);
  const known = (await readMigrations()).length;
  if (backup.header.schema > known) {
    throw new AppError('backup_newer', { values: { found: backup.header.schema, known } });
  }
  const [row] = await graph.read((tx) => tx.run(hasField));
  if (row?.['found'] === true && !replace && (await unfinished(graph)) === null) {
    throw new AppError('field_not_empty');
  }
  await graph.write((tx) => tx.run(beginRestore, { file }));
  await fill(graph, backup, options);
  const { end, bytes } = backup;
  return { file, bytes, ...end, seconds: (performance.now() - beganMs) / 1000 };
}

/**
 * After a start: finishes a restore that was cut, from its file, or takes what it left away where the file is gone.
 * Returns what it did, null where there was nothing to do.
 */
export async function finishRestore({ graph }: { graph: Graph }): Promise<'restored' | 'erased' | null> {
  const file = await unfinished(graph);
  if (file === null) return null;
  try {
    await restoreField({ graph }, { file });
    return 'restored';
  } catch {
    await forget(graph);
    return 'erased';
  }
}

async function forget(graph: Graph): Promise<void> {
  await eraseField(graph);
  await graph.write((tx) => tx.run(endRestore));
}

async function unfinished(graph: Graph): Promise<string | null> {
  const [row] = await graph.read((tx) => tx.run(readRestore));
  return row === undefined ? null : String(row['file']);
}

async function fill(
  graph: Graph,
  backup: OpenedBackup,
  { file, signal, report }: RestoreOptions,
): Promise<void> {
  await eraseField(graph);
  const total = backup.end.nodes + backup.end.relations;
  let done = 0;
  for await (const lines of helpings(backup.lines())) {
    if (signal?.aborted) {
      await forget(graph);
      throw new AppError('cancelled');
    }
    await writeHelping(graph, lines);
    done += lines.length;
    report?.({ done, total });
  }
  // Data steps that came after this backup was made are run on what it brought; schema steps do no harm twice.
  await graph.write((tx) => tx.run(forgetMigrations, { version: backup.header.schema }));
  await migrate(graph);
  await graph.write(async (tx) => {
    await tx.run(endRestore);
    const values = { file: path.basename(file), nodes: backup.end.nodes };
    await commitChange(tx, { kind: 'restore', values, steps: [] });
  });
}

/** Lines of one shape, that many at a time. */
async function* helpings(lines: AsyncIterable<BackupLine>): AsyncGenerator<BackupLine[]> {
  const waiting = new Map<string, BackupLine[]>();
  let isAtNodes = true;
  for await (const line of lines) {
    if (isAtNodes && 'relation' in line) {
      // Both ends of every relationship are to be there before it.
      yield* waiting.values();
      waiting.clear();
      isAtNodes = false;
    }
    const shape = 'node' in line ? line.node : `${line.relation} ${line.from[0]} ${line.to[0]}`;
    const some = waiting.get(shape) ?? [];
    some.push(line);
    waiting.set(shape, some);
    if (some.length < helping) continue;
    waiting.delete(shape);
    yield some;
  }
  yield* waiting.values();
}

async function writeHelping(graph: Graph, lines: readonly BackupLine[]): Promise<void> {
  const nodes = lines.filter((line): line is NodeLine => 'node' in line);
  const relations = lines.filter((line): line is RelationLine => 'relation' in line);
  const [node, relation] = [nodes[0]?.node, relations[0]];
  if (node !== undefined) {
    const key = keyOf(node);
    const rows = nodes.map(({ props }) => ({ key: props[key], props: unpackProperties(props) }));
    await graph.write((tx) => tx.run(createNodes(node), { rows }));
  }
  if (relation !== undefined) {
    const query = createRelations(relation.relation, { from: relation.from[0], to: relation.to[0] });
    const rows = relations.map(({ from, to, props }) => ({
      from: from[1],
      to: to[1],
      props: unpackProperties(props),
    }));
    const [made] = await graph.write((tx) => tx.run(query, { rows }));
    if (made?.['made'] !== rows.length)
      throw new AppError('backup_damaged', { values: { detail: 'dangling end' } });
  }
}
