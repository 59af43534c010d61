import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { findHolder, homeLockFile } from '../server/boot/home-lock.mjs';
import { readKey } from '../server/boot/keys.mjs';
import { type FieldCaller, remoteCaller } from '../server/cli/field-caller.ts';
import { type Bench, type BenchContext, target } from './result.ts';
import { type StartedApp, startApp } from './start/started-app.ts';
import { untilDone } from './start/until-done.ts';
import { generateVault } from './vault/generate-vault.ts';

interface Size {
  notes: number;
  /** seconds of reading all of them into an empty home */
  cold: number;
  /** seconds from `npm start` to a search and a map that are answered */
  restart: number;
  /** of the app beside Neo4j, bytes */
  memory: number;
}

const everyMs = 500;

/** Ten times as many notes, in the app as a person runs it, without models: time a note, memory, and a restart with nothing changed. Parameters: the two sizes. */
export const run: Bench = async (context) => {
  const [few = 10_000, many = 100_000] = context.parameters.map(Number);
  const small = await measure(context, few);
  const large = await measure(context, many);
  return {
    targets: [
      target(`time a note at ${many}, to that at ${few}`, perNote(large) / perNote(small), ['', '<=', 1.3]),
      target(`memory while ${many} notes are read`, large.memory / 1e9, ['GB', '<=', 1.5]),
      target(`restart with nothing changed, ${many} notes`, large.restart, ['s', '<=', 15]),
    ],
    peers: [
      { name: `cold, ${few} notes`, value: small.cold, unit: 's', ratio: large.cold / small.cold },
      { name: `cold, ${many} notes`, value: large.cold, unit: 's', ratio: small.cold / large.cold },
    ],
  };
};

function perNote({ cold, notes }: Size): number {
  return cold / notes;
}

async function measure(context: BenchContext, notes: number): Promise<Size> {
  const { say } = context;
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-scale-'));
  const [folder, home] = [path.join(place, 'notes'), path.join(place, 'home')];
  try {
    await generateVault({ folder, notes, seed: 'bench' });
    say(`${notes} notes are written`);
    // what the person looks for is there
    const written = await readdir(folder, { recursive: true });
    const text = path.basename(written.find((file) => file.endsWith('.md')) ?? '', '.md');
    const read = await withApp(context, home, async (field) => {
      const memory = watchMemory(home);
      const { id } = await field.vaults.open({ path: folder, embed: false });
      const ended = await untilDone(field, ({ id: own }) => own === id);
      const cold = Number(ended.result?.['seconds']);
      say(`cold: ${cold.toFixed(1)} s; memory: ${(memory.stop() / 1e9).toFixed(2)} GB`);
      // a field that lies there has its places
      await untilDone(field, ({ name }) => name === 'layout');
      return { cold, memory: memory.stop() };
    });
    const began = performance.now();
    const restart = await withApp(context, home, async (field) => {
      const { hits } = await field.field.search({ text });
      await field.field.view({ zoom: 'main' });
      if (hits.length === 0) throw new Error('nothing is found after the restart');
      return (performance.now() - began) / 1000;
    });
    say(`restart: ${restart.toFixed(1)} s`);
    return { notes, restart, ...read };
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function withApp<T>(
  { root }: BenchContext,
  home: string,
  work: (field: FieldCaller) => Promise<T>,
): Promise<T> {
  const app: StartedApp = await startApp({
    root,
    home,
    env: { SCENEFIELD_EMBED_MODEL: 'none', SCENEFIELD_WRITE_MODEL: 'none' },
  });
  try {
    await app.stage('migrations');
    return await work(remoteCaller({ address: app.address, key: readKey(home) ?? '' }));
  } finally {
    await app.stop();
  }
}

/** The most memory that the app that holds a home has had, bytes, resident; its Neo4j is another process. */
function watchMemory(home: string): { stop(): number } {
  const { pid } = findHolder(homeLockFile(home)) ?? {};
  let most = 0;
  const timer = setInterval(() => {
    const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
    most = Math.max(most, kilobytes * 1024);
  }, everyMs);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}
