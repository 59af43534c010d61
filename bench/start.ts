import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { memoryOfTree } from '../server/boot/doctor.ts';
import { listForeignConnections } from './start/foreign-connections.ts';
import { startApp, type StartedApp } from './start/started-app.ts';
import { type Bench, median, target } from './result.ts';

const runs = 3;
const seconds = (limit: number): [string, '<=', number] => ['s', '<=', limit];

/** How long a person waits: for the boot page (also on a clone never set up), the page, notes, models. Ports of its own, homes of its own. */
export const run: Bench = async ({ root, say }) => {
  const times = { boot: [] as number[], page: [] as number[], notes: [] as number[], models: [] as number[] };
  const first: typeof times = { boot: [], page: [], notes: [], models: [] };
  const memory: number[] = [];
  const foreign = new Set<string>();
  for (let index = 0; index < runs; index++) {
    const home = mkdtempSync(path.join(tmpdir(), 'scenefield-bench-'));
    try {
      say(`start ${index + 1} of ${runs}: empty home`);
      await measure(await startApp({ root, home }), first);
      say(`start ${index + 1} of ${runs}: second start`);
      await measure(await startApp({ root, home }), times, async (app) => {
        memory.push((await memoryOfTree(app.pid)) / 1e9);
      });
      if (index > 0) continue;
      say('a start that is looked at for connections outwards');
      for (const connection of await watchConnections(await startApp({ root, home })))
        foreign.add(connection);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }
  const fresh = await measureFreshClone(root, say);
  return {
    targets: [
      target('boot page', median(times.boot), seconds(0.8)),
      target('boot page on a fresh clone', median(fresh), seconds(0.8)),
      target('page of the app', median(times.page), seconds(2.5)),
      target('page of the app, empty home', median(first.page), seconds(2.5)),
      target('ready to open notes', median(times.notes), seconds(10)),
      target('ready to open notes, empty home', median(first.notes), seconds(10)),
      target('ready with models', median(times.models), seconds(20)),
      target('ready with models, empty home', median(first.models), seconds(20)),
      target('connections outwards at a second start', foreign.size, ['', '<=', 0]),
      target('idle memory with the 0.5B model', median(memory), ['GB', '<=', 2.5]),
    ],
    peers: [],
  };
};

async function measure(
  app: StartedApp,
  times: { boot: number[]; page: number[]; notes: number[]; models: number[] },
  whenReady: (app: StartedApp) => Promise<void> = async () => undefined,
): Promise<void> {
  try {
    times.boot.push(await app.bootPage());
    times.page.push(await app.page());
    times.notes.push(await app.stage('migrations'));
    times.models.push(await app.stage('ready'));
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await whenReady(app);
  } finally {
    await app.stop();
  }
}

/** Addresses other than loopback that it spoke to up to two seconds after it was ready. Not timed: the looking takes a good part of a core. */
async function watchConnections(app: StartedApp): Promise<Set<string>> {
  const foreign = new Set<string>();
  const watching = setInterval(() => {
    for (const connection of listForeignConnections(app.pid)) foreign.add(connection);
  }, 50);
  try {
    await app.stage('ready');
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return foreign;
  } finally {
    clearInterval(watching);
    await app.stop();
  }
}

/** The tree as git has it, without packages and builds; the start is cut off once its page is up. */
async function measureFreshClone(root: string, say: (line: string) => void): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < runs; index++) {
    const folder = mkdtempSync(path.join(tmpdir(), 'scenefield-clone-'));
    try {
      say(`fresh clone ${index + 1} of ${runs}`);
      const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
      for (const file of listed.split('\0').filter(Boolean))
        await cp(path.join(root, file), path.join(folder, file)).catch(() => undefined);
      const app = await startApp({ root: folder, home: path.join(folder, '.home') });
      try {
        times.push(await app.bootPage());
      } finally {
        await app.stop();
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return times;
}
