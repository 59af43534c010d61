import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { projectRoot } from '../boot/project-root.ts';
import { splitStatements } from './split-statements.ts';

/** One step of the schema's history. Schema and data statements cannot share a transaction, so a file is one kind or the other. */
export interface MigrationFile {
  version: number;
  name: string;
  kind: 'schema' | 'data';
  /** sha256 of the text with `\n` line ends, hex */
  checksum: string;
  statements: string[];
}

/** Reads `V001__name.cypher` …, in order. A gap, a doubled number or a file that does not say its kind is a mistake of ours. */
export async function readMigrations(folder: string = migrationsFolder()): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.cypher')).sort();
  const files = await Promise.all(names.map((name) => readMigration(path.join(folder, name))));
  for (const [index, file] of files.entries()) {
    if (file.version !== index + 1) throw new Error(`${file.name}: version ${index + 1} expected`);
  }
  return files;
}

function migrationsFolder(): string {
  return path.join(projectRoot(), 'graph-schema', 'migrations');
}

async function readMigration(file: string): Promise<MigrationFile> {
  const text = (await readFile(file, 'utf8')).replaceAll('\r\n', '\n');
  const [, version, name] = /^V(\d+)__(\w+)\.cypher$/.exec(path.basename(file)) ?? [];
  const kind = /^\/\/ kind: (schema|data)\n/.exec(text)?.[1];
  if (version === undefined || name === undefined || (kind !== 'schema' && kind !== 'data')) {
    throw new Error(
      `${path.basename(file)}: not V001__name.cypher that begins with "// kind: schema" or "// kind: data"`,
    );
  }
  const checksum = createHash('sha256').update(text).digest('hex');
  return { version: Number(version), name, kind, checksum, statements: splitStatements(text) };
}
