import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findFolders, prepareHome } from './home-folder.mjs';
import { checkNode, findMissing } from './prerequisites.mjs';
import { temporaryFolder } from './testing/temporary-folder.ts';

describe('what the machine must have', () => {
  it('is named all at once, each with the command that brings it', async () => {
    const missing = await findMissing({ PATH: temporaryFolder(), JAVA_HOME: temporaryFolder() });
    const names = missing.map(({ name }) => name);
    // A Java in one of the known places is found without PATH.
    expect(names.filter((name) => name !== 'java')).toEqual(['maven', 'pip']);
    for (const { cure } of missing) expect(cure).toMatch(/^((sudo )?apt-get|brew) install/);
  });

  it('holds no Java and Maven with a graph elsewhere, no pip with both models given', async () => {
    const PATH = temporaryFolder();
    const names = async (env: Record<string, string>) =>
      (await findMissing({ PATH, ...env })).map(({ name }) => name);
    expect(await names({ NEO4J_URI: 'bolt://x' })).toEqual(['pip']);
    const models = { SCENEFIELD_EMBED_MODEL: '/a/b.gguf', SCENEFIELD_WRITE_MODEL: 'none' };
    expect(await names({ NEO4J_URI: 'bolt://x', ...models })).toEqual([]);
  });

  it('holds a Node of 20.19 or later', () => {
    expect(checkNode('20.18.3')).toMatchObject({ name: 'node', found: '20.18.3' });
    expect(['20.19.0', '22.1.0', '24.0.0'].map(checkNode)).toEqual([null, null, null]);
  });
});

describe('the home', () => {
  it('lies where it is told, apart from the cache', () => {
    expect(findFolders({ SCENEFIELD_HOME: '/a' }).home).toBe('/a');
    expect(findFolders({ SCENEFIELD_HOME: '/a' }).cache).toBe(findFolders({}).cache);
    if (process.platform === 'linux')
      expect(findFolders({ XDG_DATA_HOME: '/d', XDG_CACHE_HOME: '/c' })).toEqual({
        home: '/d/scenefield',
        cache: '/c/scenefield',
      });
  });

  it('says so when it cannot be written to', () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'file'), '');
    expect(prepareHome(path.join(folder, 'file', 'home'))).toMatchObject({
      ok: false,
      code: 'home_not_writable',
    });
  });

  it('says so when its disk is full', ({ skip }) => {
    const disk = temporaryFolder();
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=32k', 'tmpfs', disk]);
    skip(mounted.status !== 0, 'this test may not mount a small file system here');
    try {
      expect(prepareHome(path.join(disk, 'home'))).toMatchObject({ ok: false, code: 'disk_full' });
    } finally {
      spawnSync('umount', [disk]);
    }
  });
});

describe('a tool that set-up runs', () => {
  it('does not outlive its parent, even after kill -9', async () => {
    const folder = temporaryFolder();
    const pidFile = path.join(folder, 'pid');
    const runTool = fileURLToPath(new URL('./run-tool.mjs', import.meta.url));
    const code = `import { runTool } from ${JSON.stringify(runTool)};
      await runTool('sh', ['-c', 'echo $$ > ${pidFile}; sleep 60'], { folder: '/' });`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: 'inherit' });
    await until(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8').endsWith('\n'));
    const pid = Number(readFileSync(pidFile, 'utf8'));
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    await until(() => !isRunning(pid));
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(isTrue: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!isTrue()) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
