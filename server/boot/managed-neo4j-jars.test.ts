import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { prepareNeo4j } from './managed-neo4j-jars.ts';
import { findJava } from './prerequisites.mjs';
import { temporaryFolder } from './testing/temporary-folder.ts';

afterEach(() => vi.unstubAllEnvs());

/** A machine with Java and nothing else on its path. */
async function barePath(): Promise<string> {
  const java = await findJava(process.env);
  const folder = temporaryFolder();
  vi.stubEnv('JAVA_HOME', java === null ? '' : path.dirname(path.dirname(java.path)));
  vi.stubEnv('PATH', folder);
  return folder;
}

test('a machine without Maven is told so, and no torn folder is left', async () => {
  await barePath();
  const cache = temporaryFolder();
  const prepared = prepareNeo4j({ cache });
  await expect(prepared).rejects.toMatchObject({ code: 'prerequisites_missing' });
  expect(readdirSync(cache, { recursive: true }).filter((name) => String(name).includes('jars'))).toEqual([]);
});

test('jars that cannot be fetched are told apart from a Neo4j that does not start', async () => {
  const maven = path.join(await barePath(), 'mvn');
  writeFileSync(maven, '#!/bin/sh\necho Could not transfer artifact\nexit 1\n');
  chmodSync(maven, 0o755);
  const cache = temporaryFolder();
  const prepared = prepareNeo4j({ cache });
  await expect(prepared).rejects.toMatchObject({
    code: 'neo4j_fetch_failed',
    message: expect.stringContaining('Could not transfer') as string,
  });
});
