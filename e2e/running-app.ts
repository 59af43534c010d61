import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

const root = path.resolve(import.meta.dirname, '..');
/** Set-up is done before the tests; what is left is Neo4j's own start. */
const patienceMs = 120_000;

export interface StartedApp {
  address: string;
  /** address with a key that works once */
  link: string;
  home: string;
  /** what the start printed so far */
  said(): string;
  stop(): Promise<void>;
  /** Stops it and takes its home away. */
  remove(): Promise<void>;
}

/** `npm start`, on a home and a port of its own, with the smaller writing model. */
export async function startApp({
  home,
  folder,
}: { home?: string; folder?: string } = {}): Promise<StartedApp> {
  const ownHome = home ?? (await mkdtemp(path.join(tmpdir(), 'scenefield-e2e-')));
  const child = spawn(process.execPath, ['server/boot/start.mjs', ...(folder ? [folder] : [])], {
    cwd: root,
    env: environment(ownHome, await freePort()),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const link = await waitFor(
    () => /http:\/\/127\.0\.0\.1:\d+\/\?key=\S+/.exec(said)?.[0],
    () => said,
  );
  const stop = () => stopChild(child);
  return {
    address: new URL(link).origin,
    link,
    home: ownHome,
    said: () => said,
    stop,
    async remove() {
      await stop();
      await rm(ownHome, { recursive: true, force: true });
    },
  };
}

/** A person's own graph never comes into a test. */
function environment(home: string, port: number): NodeJS.ProcessEnv {
  const own = { ...process.env };
  // The language is each browser's own.
  for (const name of Object.keys(own))
    if (name.startsWith('NEO4J_') || name === 'SCENEFIELD_LANG') delete own[name];
  return Object.assign(own, {
    SCENEFIELD_HOME: home,
    SCENEFIELD_PORT: String(port),
    SCENEFIELD_OPEN: '0',
    SCENEFIELD_WRITE_MODEL: 'qwen2.5-coder-0.5b-instruct-q4_k_m',
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

async function waitFor<T>(look: () => T | undefined, explain: () => string): Promise<T> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`not seen in time:\n${explain()}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
