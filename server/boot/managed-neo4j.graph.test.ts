import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { connectGraph } from '../graph/connect-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { findFolders } from './home-folder.mjs';
import {
  hostCommand,
  neo4jConfiguration,
  prepareNeo4j,
  startManagedNeo4j,
  type ManagedNeo4j,
} from './managed-neo4j.ts';
import { copyStoreAside } from './managed-neo4j-store.ts';

vi.setConfig({ testTimeout: 240_000 });

/** A home whose path Java can only read with the right locale. */
let home: string;
const { cache } = findFolders(process.env);
const log = pino({ level: 'silent' });
const start = (more: { port?: number; password?: string } = {}) =>
  startManagedNeo4j({ cache, home, password: 'first-password', log, ...more });
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'поле смысла '));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
const remember = (graph: Graph, id: string) =>
  graph.write((tx) => tx.run('CREATE (:Scene {id: $id})', { id }));
const remembered = async (graph: Graph) =>
  (await graph.read((tx) => tx.run('MATCH (s:Scene) RETURN s.id AS id ORDER BY id'))).map(({ id }) => id);

test('killed with -9 and started on its port again, an open driver goes on and nothing committed is lost', async () => {
  const first = await start();
  const graph = await connectGraph(first);
  await remember(graph, 'one');
  process.kill(first.pid, 'SIGKILL');
  expect((await first.exited).asked).toBe(false);
  const [, second] = await Promise.all([remember(graph, 'two'), start({ port: first.port })]);
  expect(second.port).toBe(first.port);
  expect(await remembered(graph)).toEqual(['one', 'two']);
  await graph.close();
  await second.stop();
  expect(await second.exited).toMatchObject({ asked: true });
  expect(isAlive(second.pid)).toBe(false);
});

test('when the app is killed with -9 no Java is left, and a start at once waits for the store', async () => {
  const prepared = await prepareNeo4j({ cache });
  const folder = path.join(home, 'neo4j');
  await mkdir(folder);
  await writeFile(path.join(folder, 'neo4j.conf'), neo4jConfiguration(0));
  const command = hostCommand(prepared, { folder, conf: path.join(folder, 'neo4j.conf') });
  const pid = await runAppThatDies(command);
  expect(isAlive(pid)).toBe(true);
  const next = await start();
  await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false);
  await (await connectGraph(next)).close();
  await next.stop();
});

test('the password of the home is the one that counts; the store can be copied aside and used', async () => {
  const first = await start();
  const before = await connectGraph(first);
  await remember(before, 'one');
  await before.close();
  await first.stop();
  const copy = await copyStoreAside({ home });
  const data = path.join(home, 'neo4j', 'data');
  await rm(data, { recursive: true });
  await rename(copy ?? '', data);
  const second: ManagedNeo4j = await start({ password: 'second-password' });
  await expect(connectGraph({ ...second, password: 'first-password' })).rejects.toMatchObject({
    code: 'neo4j_auth',
  });
  await expect(connectGraph({ ...second, password: 'neo4j' })).rejects.toMatchObject({ code: 'neo4j_auth' });
  const graph = await connectGraph(second);
  expect(await remembered(graph)).toEqual(['one']);
  await graph.close();
  await second.stop();
});

/** A stand-in for the app: starts the host as the app does, says its pid once Bolt is up, and is killed. */
async function runAppThatDies(command: readonly string[]): Promise<number> {
  const script = `
    const [java, ...parameters] = JSON.parse(process.argv[1]);
    const host = require('node:child_process').spawn(java, parameters, {
      stdio: ['pipe', 'pipe', 'ignore'], detached: true, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
    host.stdin.write('first-password\\n');
    host.stdout.on('data', (text) => { if (String(text).includes('READY')) console.log(host.pid); });`;
  const app = spawn(process.execPath, ['-e', script, JSON.stringify(command)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pid = await new Promise<number>((resolve, reject) => {
    app.stdout.setEncoding('utf8').on('data', (text: string) => resolve(Number(text)));
    app.on('exit', () => reject(new Error('the stand-in ended')));
  });
  await sleep(200);
  app.kill('SIGKILL');
  return pid;
}
