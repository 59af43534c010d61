import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { findHolder, homeLockFile, takeLock } from './home-lock.mjs';
import { temporaryFolder } from './testing/temporary-folder.ts';

const module = fileURLToPath(new URL('./home-lock.mjs', import.meta.url));
const code = `import { takeLock } from ${JSON.stringify(module)};
const lock = takeLock(process.argv[1]); if (lock.held) lock.tell({ address: 'http://127.0.0.1:4848' });
process.stdout.write(lock.held ? 'held' : 'refused'); setTimeout(() => process.exit(), 10_000);`;
let file: string;

beforeEach(() => {
  file = homeLockFile(temporaryFolder());
});

async function startTaker(): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return { child, said: said.toString() };
}

describe('the lock of a home', () => {
  it('is taken by one, tells the second where the first runs, and is free after kill -9', async () => {
    const { child, said } = await startTaker();
    expect(said).toBe('held');
    expect(takeLock(file)).toMatchObject({
      held: false,
      by: { pid: child.pid, address: 'http://127.0.0.1:4848' },
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(findHolder(file)).toBeNull();
    const lock = takeLock(file);
    expect(lock.held).toBe(true);
    if (lock.held) lock.release();
    expect(existsSync(file)).toBe(false);
  });

  it('is given to exactly one of many that find it stale at once', async () => {
    writeFileSync(file, JSON.stringify({ pid: 1, began: 'long ago' }));
    const takers = await Promise.all([1, 2, 3, 4, 5, 6].map(startTaker));
    for (const { child } of takers) child.kill('SIGKILL');
    expect(takers.filter(({ said }) => said === 'held')).toHaveLength(1);
  });

  it('does not take a later process of the same number for its holder', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, began: 'another time' }));
    expect(takeLock(file).held).toBe(true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid });
  });
});
