import { execFileSync } from 'node:child_process';
import { statfsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findFolders, prepareHome } from './home-folder.mjs';
import { keepNeo4j } from './keep-neo4j.ts';
import { openSettingsFile } from './settings-file.ts';
import { createStages } from './stages.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

/** A small file system of its own, where this test may mount one. */
let home: string;
let isMounted = false;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'scenefield-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=400m', 'none', home], { stdio: 'ignore' });
    isMounted = true;
  } catch {
    isMounted = false;
  }
});
afterEach(async () => {
  if (isMounted) execFileSync('umount', ['-l', home]);
  await rm(home, { recursive: true, force: true });
});

async function fill(): Promise<() => Promise<void>> {
  const file = path.join(home, 'fill');
  const { bavail, bsize } = statfsSync(home);
  await writeFile(file, Buffer.alloc(Math.max(0, bavail * bsize - 4096)));
  await writeFile(`${file}2`, Buffer.alloc(65_536)).catch(() => undefined);
  return async () => {
    await rm(file);
    await rm(`${file}2`, { force: true });
  };
}

test('a full disk is said as one, loses nothing, and the graph comes back by itself when there is room', async (context) => {
  context.skip(!isMounted, 'no right to mount a small file system here');
  prepareHome(home);
  const stages = createStages();
  await stages.run('settings', () => Promise.resolve());
  const aborter = new AbortController();
  const settings = await openSettingsFile(home);
  const neo4j = keepNeo4j({
    home,
    cache: findFolders(process.env).cache,
    log: pino({ level: 'silent' }),
    stages,
    configuration: () => ({
      language: null,
      neo4j: null,
      embedModel: null,
      writeModel: null,
      judgeModel: null,
      fixed: [],
    }),
    isShared: () => false,
    onBack: () => undefined,
    signal: aborter.signal,
  });
  try {
    await neo4j.bringUp();
    const remember = (id: string) =>
      neo4j.graph.write((tx) =>
        tx.run('CREATE (:Scene {id: $id, body: $text})', { id, text: id.repeat(5000) }),
      );
    await remember('before');
    const makeRoom = await fill();
    await expect(settings.update({ theme: 'dark' })).rejects.toMatchObject({ code: 'disk_full' });
    const until = async () => {
      for (let at = 0; at < 200; at++) await remember(`full-${at}-`);
    };
    await expect(until()).rejects.toMatchObject({
      code: expect.stringMatching(/disk_full|neo4j_halted/) as string,
    });
    await expect.poll(() => stages.isDone('neo4j'), { timeout: 60_000, interval: 20 }).toBe(false);
    await makeRoom();
    await expect.poll(() => stages.isDone('neo4j'), { timeout: 120_000, interval: 200 }).toBe(true);
    await settings.update({ theme: 'dark' });
    await remember('after');
    const rows = await neo4j.graph.read((tx) => tx.run('MATCH (s:Scene) RETURN s.id AS id'));
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(['before', 'after']));
  } finally {
    aborter.abort();
    await neo4j.stop();
  }
});
