import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { findHolder, homeLockFile } from '../../server/boot/home-lock.mjs';
import { readKey } from '../../server/boot/keys.mjs';

export interface StartedApp {
  pid: number;
  address: string;
  /** Each resolves to the seconds since `npm start` was spawned. */
  bootPage(): Promise<number>;
  page(): Promise<number>;
  stage(name: string): Promise<number>;
  stop(): Promise<void>;
}

const patienceMs = 10 * 60_000;
/** Asking is work for what is being measured: no oftener than the figure needs. */
const pageMs = 25;
const stageMs = 100;

/** `npm start` as a person runs it, on a port and home of its own, with the small writing model. */
export async function startApp({
  root,
  home,
  env = {},
}: {
  root: string;
  home: string;
  env?: Record<string, string>;
}): Promise<StartedApp> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
    env: {
      ...process.env,
      SCENEFIELD_HOME: home,
      SCENEFIELD_PORT: String(port),
      SCENEFIELD_OPEN: '0',
      SCENEFIELD_WRITE_MODEL: 'qwen2.5-coder-0.5b-instruct-q4_k_m',
      ...env,
    },
  });
  const address = `http://127.0.0.1:${port}`;
  const ask = async (path: string) => {
    const authorization = `Bearer ${readKey(home) ?? ''}`;
    const answer = await fetch(`${address}${path}`, { headers: { authorization } });
    return { status: answer.status, body: await answer.text() };
  };
  const until = async (isTrue: () => Promise<boolean>, everyMs: number) => {
    while (!(await isTrue().catch(() => false))) {
      if (performance.now() - began > patienceMs || child.exitCode !== null)
        throw new Error('the app did not come up');
      await new Promise((resolve) => setTimeout(resolve, everyMs));
    }
    return (performance.now() - began) / 1000;
  };
  return {
    pid: child.pid ?? 0,
    address,
    bootPage: () => until(async () => (await ask('/')).body.includes('<main>'), pageMs),
    page: () => until(async () => (await ask('/')).body.includes('/_next/static/'), pageMs),
    stage: (name) =>
      until(async () => {
        const { body } = await ask('/api/trpc/start.stages');
        const { result } = JSON.parse(body) as { result: { data: { name: string; state: string }[] } };
        return result.data.some((stage) => stage.name === name && stage.state === 'done');
      }, stageMs),
    stop: () => end(child, home),
  };
}

/** npm ends before what it started: the app is gone when it lets go of its home. */
async function end(child: ChildProcess, home: string): Promise<void> {
  if (child.exitCode !== null || child.pid === undefined) return;
  process.kill(-child.pid, 'SIGTERM');
  await once(child, 'exit');
  while (findHolder(homeLockFile(home)) !== null) await new Promise((resolve) => setTimeout(resolve, 50));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      );
    });
  });
}
