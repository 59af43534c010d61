import { AppError } from '../../../graph-schema/app-error.ts';
import type { IngestReport } from '../../../graph-schema/views/settings-view.ts';
import type { Graph } from '../../graph/graph.ts';
import { folderStamp } from '../folder-stamp.ts';
import { vaultRoot, type Walked, walkVault } from '../walk-vault.ts';
import { wishedIds } from './assign-ids.ts';
import { type Begun, readFirst } from './first-reading.ts';
import { makeReport, reportIfUnchanged } from './ingest-report.ts';
import { matchSources } from './match-sources.ts';
import { type Plan, planIngest } from './plan.ts';
import type { OutlineMemory } from './outline-memory.ts';
import { remember } from './own-rows.ts';
import { type FolderReading, readFolder } from './read-folder.ts';
import { readHashes, readStored, readTaken, rowsAfter, type Stored } from './stored.ts';
import { openVault, readingName, readOthers } from './vault-node.ts';
import { writePlan, writeStamps } from './write-plan.ts';
import { hasNoScenes } from './write-scenes.ts';

export interface IngestDeps {
  graph: Graph;
  /** for one that reads folders again and again */
  memory?: OutlineMemory;
}

export interface IngestInput {
  path: string;
  name?: string | undefined;
  signal?: AbortSignal;
  report?: (progress: { done: number; total: number }) => void;
}

/**
 * Brings the graph to what a folder of notes says. Only files that changed are read, and only what differs is written; what people did and accepted
 * stays. The folder is never written to. Stopped half-way it keeps what is complete, and goes on when run again.
 * Errors: `vault_not_found`, `vault_not_folder`, `vault_unreadable`, `vault_empty`, `cancelled`.
 */
export async function ingestVault(deps: IngestDeps, input: IngestInput): Promise<IngestReport> {
  const { graph } = deps;
  const startedAt = performance.now();
  const path = await vaultRoot(input.path);
  const walked = await walkVault(path, input.signal).catch(throwCancelled);
  const stamp = folderStamp(walked);
  const seconds = () => (performance.now() - startedAt) / 1000;
  const unchanged = await reportIfUnchanged(graph, { path, name: input.name, stamp });
  if (unchanged !== null) return { ...unchanged, seconds: seconds() };
  const known = await readKnown(deps, path);
  const { begun, ...reading } = await readInto(graph, { walked, known, input, path }).catch(throwCancelled);
  if (reading.sources.length === 0)
    throw new AppError('vault_empty', { values: { path: input.path, skipped: reading.skipped.length } });
  const vault = begun?.vault ?? (await openVault(graph, { path, name: input.name }));
  // a vault that moved is found by its name only
  const isKnown = begun !== null || vault.isNew || vault.id === known.id;
  const stored = isKnown ? known : await storedOf(deps, { id: vault.id, reading: null });
  const plan = await makePlan(graph, { vaultId: vault.id, stored, reading, begun });
  if (plan.scenes.length + plan.links.length + plan.vanished.length > 0) {
    const { report } = input;
    await writePlan(graph, {
      vault,
      plan,
      texts: reading.texts,
      begun,
      signal: input.signal,
      report: ({ done, total }) => report?.({ done: total + done, total: total * 2 }),
    });
  }
  await writeStamps(graph, plan);
  const readAt = new Date().toISOString();
  const report = await makeReport(graph, { vault, reading, plan, stamp, readAt, seconds: seconds() });
  if (deps.memory) {
    remember(deps.memory, plan);
    const rows = await rowsAfter(graph, stored.sources, plan);
    deps.memory.keepRows(vault.id, readingName({ readAt, stamp }), rows);
  }
  return report;
}

interface Reading {
  walked: Walked;
  known: Awaited<ReturnType<typeof readKnown>>;
  input: IngestInput;
  path: string;
}

/** Into an empty field it is written at once. */
async function readInto(
  graph: Graph,
  { walked, known, input, path }: Reading,
): Promise<FolderReading & { begun: Begun | null }> {
  const options = readOptions(input);
  if (known.id === null && (await hasNoScenes(graph)))
    return readFirst(graph, { walked, place: { path, name: input.name }, options });
  return { ...(await readFolder(walked, known, options)), begun: null };
}

function readOptions({ signal, report }: IngestInput) {
  // reading is the first half of the way, writing the second
  const half =
    report && (({ done, total }: { done: number; total: number }) => report({ done, total: total * 2 }));
  return { ...(signal && { signal }), ...(half && { report: half }) };
}

function throwCancelled(error: unknown): never {
  if (error instanceof Error && error.name === 'AbortError')
    throw new AppError('cancelled', { cause: error });
  throw error;
}

/** What an earlier ingest of this very folder stored. */
async function readKnown(deps: IngestDeps, path: string) {
  const vault = await readOthers(deps.graph, path);
  if (vault === null) return { id: null, sources: [], scenes: [], others: [] };
  return { ...vault, ...(await storedOf(deps, vault)) };
}

function storedOf(
  { graph, memory }: IngestDeps,
  { id: vaultId, reading }: { id: string; reading: string | null },
): Promise<Stored> {
  return readStored(graph, { vaultId, reading, memory });
}

interface Planning {
  vaultId: string;
  stored: Stored;
  reading: FolderReading;
  begun: Begun | null;
}

async function makePlan(graph: Graph, { vaultId, stored, reading, begun }: Planning): Promise<Plan> {
  const { sources } = reading;
  const current = new Map(sources.map(({ outline }) => [outline.path, outline.hash]));
  const differing = stored.sources.filter((source) => current.get(source.path) !== source.hash);
  const hashes = await readHashes(
    graph,
    differing.map((source) => source.id),
  );
  const matched = matchSources(sources, { ...stored, hashes });
  const taken = await readTaken(graph, vaultId, wishedIds(sources));
  const written = begun?.written ?? new Map<string, string>();
  return planIngest(reading, { vaultId, scenes: stored.scenes, hashes, taken, written, ...matched });
}
