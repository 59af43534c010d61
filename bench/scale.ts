import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { findFolders } from '../server/boot/home-folder.mjs';
import { startManagedNeo4j } from '../server/boot/managed-neo4j.ts';
import { createField } from '../server/field/create-field.ts';
import { connectGraph } from '../server/graph/connect-graph.ts';
import type { Graph } from '../server/graph/graph.ts';
import { migrate } from '../server/graph/migrate.ts';
import { ingestVault } from '../server/vault/ingest/ingest-vault.ts';
import { type Bench, type BenchContext, target } from './result.ts';
import { generateVault } from './vault/generate-vault.ts';

interface Size {
  notes: number;
  cold: number;
  /** Neo4j started, the folder looked at, the map answered */
  restart: number;
  /** of this process, which reads and writes: bytes */
  memory: number;
}

/** Ten times as many notes: time a note, memory, and a restart with nothing changed. Parameters: the two sizes. */
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

async function measure({ say }: BenchContext, notes: number): Promise<Size> {
  const place = await mkdtemp(path.join(os.tmpdir(), 'scenefield-scale-'));
  try {
    const folder = path.join(place, 'notes');
    await generateVault({ folder, notes, seed: 'bench' });
    say(`${notes} notes are written`);
    const memory = watchMemory();
    const cold = await withGraph(place, async (graph) => {
      await migrate(graph);
      const report = await ingestVault({ graph }, { path: folder, name: 'scale', report: saySeldom(say) });
      const { sources, scenes, links, seconds } = report;
      say(`cold: ${seconds.toFixed(1)} s, ${sources} sources, ${scenes} scenes, ${links} links`);
      return seconds;
    });
    const began = performance.now();
    const restart = await withGraph(place, async (graph) => {
      const { changed } = await ingestVault({ graph }, { path: folder, name: 'scale' });
      if (changed > 0) throw new Error(`${changed} notes changed where nothing did`);
      await createField({ graph }).view({ zoom: 'main' });
      return (performance.now() - began) / 1000;
    });
    const size = { notes, cold, restart, memory: memory.stop() };
    say(`restart: ${restart.toFixed(1)} s; memory: ${(size.memory / 1e9).toFixed(2)} GB`);
    return size;
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function withGraph<T>(home: string, work: (graph: Graph) => Promise<T>): Promise<T> {
  const { cache } = findFolders(process.env);
  const neo4j = await startManagedNeo4j({
    cache,
    home,
    password: 'for-the-bench',
    log: pino({ level: 'silent' }),
  });
  const graph = await connectGraph(neo4j);
  try {
    return await work(graph);
  } finally {
    await graph.close();
    await neo4j.stop();
  }
}

function watchMemory() {
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 200);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}

function saySeldom(say: (line: string) => void) {
  let told = 0;
  return ({ done, total }: { done: number; total: number }) => {
    const tenth = Math.floor((10 * done) / total);
    if (tenth > told) say(`${tenth * 10} %`);
    told = tenth;
  };
}
