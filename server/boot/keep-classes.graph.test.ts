import { mkdir, mkdtemp, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { findFolders } from './home-folder.mjs';
import { keepClasses } from './keep-classes.ts';
import { hostCommand, prepareNeo4j, startManagedNeo4j } from './managed-neo4j.ts';

vi.setConfig({ testTimeout: 240_000 });

const log = pino({ level: 'silent' });

test('the classes that a Neo4j loads are kept once, and the next one starts with them', async () => {
  // the jars that are there, and everything else of its own
  const { version } = await prepareNeo4j({ cache: findFolders(process.env).cache });
  const cache = await mkdtemp(path.join(tmpdir(), 'scenefield-cache-'));
  const home = await mkdtemp(path.join(tmpdir(), 'scenefield-home-'));
  const inCache = path.join('neo4j', version);
  await mkdir(path.join(cache, inCache), { recursive: true });
  await symlink(
    path.join(findFolders(process.env).cache, inCache, 'jars'),
    path.join(cache, inCache, 'jars'),
  );
  const asked = vi.fn<() => void>();
  const keep = () =>
    keepClasses({
      cache,
      log,
      signal: new AbortController().signal,
      async goThrough(graph) {
        asked();
        await graph.read((tx) => tx.run('RETURN 1 AS one'));
      },
    });
  try {
    await keep();
    const prepared = await prepareNeo4j({ cache });
    expect((await stat(prepared.archive)).size).toBeGreaterThan(20e6);
    expect(hostCommand(prepared, { folder: home, conf: '' })).toContain(
      `-XX:SharedArchiveFile=${prepared.archive}`,
    );
    const neo4j = await startManagedNeo4j({ cache, home, password: 'some password', log });
    await neo4j.stop();
    await keep();
    expect(asked).toHaveBeenCalledOnce();
  } finally {
    await Promise.all([cache, home].map((folder) => rm(folder, { recursive: true, force: true })));
  }
});
