import { readFile, statfs } from 'node:fs/promises';
import os from 'node:os';
import type { ModelView, SettingsView } from '../../graph-schema/views/settings-view.ts';
import type { Stage } from '../../graph-schema/views/stage.ts';
import { type Isolation, isolationHere } from '../../models/supervise/isolation.ts';
import { findJava } from './prerequisites.mjs';
import { productVersion } from './settings-view.ts';

/** What a running or started field says of itself. */
export interface Examined {
  stages: Stage[];
  neo4j: SettingsView['neo4j'] | null;
  models: Pick<ModelView, 'id' | 'role' | 'state'>[];
}

export interface DoctorReport {
  ready: boolean;
  /** `cause` is an error code; its words and cure come from messages/ */
  stages: Pick<Stage, 'name' | 'state' | 'seconds' | 'cause' | 'values' | 'note'>[];
  home: string;
  cache: string;
  versions: { scenefield: string; node: string; java: string | null; neo4j: string | null };
  neo4j: SettingsView['neo4j'] | null;
  models: Examined['models'];
  /** whether the model's process is cut off from every network, or the system does not let us (it opens no socket either way) */
  modelHost: { isolation: Isolation };
  /** bytes */
  memory: { total: number; available: number; used: number };
  /** bytes where the home lies */
  disk: { total: number; available: number };
}

/** One report of everything that a start needs, from what a field says of itself and what the machine says. */
export async function reportHealth(
  examined: Examined,
  { home, cache }: { home: string; cache: string },
): Promise<DoctorReport> {
  const [java, disk, used] = await Promise.all([
    findJava(process.env),
    readDisk(home),
    memoryOfTree(process.pid),
  ]);
  return {
    ready: examined.stages.every(({ state }) => state === 'done'),
    stages: examined.stages,
    home,
    cache,
    versions: {
      scenefield: productVersion(),
      node: process.versions.node,
      java: java && String(java.version),
      neo4j: examined.neo4j?.version ?? null,
    },
    neo4j: examined.neo4j,
    models: examined.models,
    modelHost: { isolation: isolationHere() },
    memory: { total: os.totalmem(), available: process.availableMemory(), used },
    disk,
  };
}

async function readDisk(folder: string) {
  try {
    const { bsize, blocks, bavail } = await statfs(folder);
    return { total: bsize * blocks, available: bsize * bavail };
  } catch {
    return { total: 0, available: 0 };
  }
}

/** Resident bytes of a process and all below it; 0 where the system does not tell (only Linux does, in /proc). */
export async function memoryOfTree(pid: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
    const below = await Promise.all(children.split(' ').filter(Boolean).map(Number).map(memoryOfTree));
    const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
    return below.reduce((sum, bytes) => sum + bytes, own);
  } catch {
    return 0;
  }
}
