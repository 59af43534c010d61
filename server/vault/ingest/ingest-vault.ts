import { AppError } from '../../../graph-schema/app-error.ts';
import type { IngestReport } from '../../../graph-schema/views/settings-view.ts';
import type { Graph } from '../../graph/graph.ts';
import { folderStamp } from '../folder-stamp.ts';
import { walkAgain } from '../walk-again.ts';
import { vaultRoot, type Walked, walkVault } from '../walk-vault.ts';
import { wishedIds } from './assign-ids.ts';
import { recurrentIds, recurrentNames } from './concepts.ts';
import { type Begun, readFirst } from './first-reading.ts';
import { makeReport, reportIfUnchanged } from './ingest-report.ts';
import type { KnownVault } from './known-vault.ts';
import { noLinks } from './link-totals.ts';
import { matchSources } from './match-sources.ts';
import { type NearChanges, readNearChanges, replaceIn } from './near-changes.ts';
import { type Plan, planIngest } from './plan.ts';
import { type FolderReading, readFolder } from './read-folder.ts';
import { readHashes, readOwned, readRowsOf, readStored, readTaken } from './stored.ts';
import { readAllWhole, type VaultMemory } from './vault-memory.ts';
import { openVault, readingName, readKnownFolder } from './vault-node.ts';
import { writePlan, writeStamps } from './write-plan.ts';
import { hasNoScenes } from './write-scenes.ts';

export interface IngestDeps {
  graph: Graph;
  /** for one that reads folders again and again */
  memory?: VaultMemory;
}

export interface IngestInput {
  path: string;
  name?: string | undefined;
  /** files that may have changed since this process last read the folder, if it is known that no others did; absolute */
  files?: readonly string[] | undefined;
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
  const walked = await walk(deps, { path, input }).catch(throwCancelled);
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
  const near = isKnown ? await nearChanges(graph, { vaultId: vault.id, known, reading }) : null;
  const compared = near ?? (await compareAll(graph, { vaultId: vault.id, known, isKnown, reading }));
  const plan = await makePlan(graph, { vaultId: vault.id, begun, ...compared });
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
  if (near && known.vault && (await follow(graph, known.vault, { near, plan })))
    deps.memory?.keep({ vaultId: vault.id, name: readingName({ readAt, stamp }) }, known.vault);
  return report;
}

async function walk(
  { memory }: IngestDeps,
  { path, input: { files, signal } }: { path: string; input: IngestInput },
): Promise<Walked> {
  const last = memory?.walks.get(path);
  memory?.walks.delete(path);
  const again = last && files && (await walkAgain(path, { last, files }));
  const walked = again ?? (await walkVault(path, signal));
  memory?.walks.set(path, walked);
  return walked;
}

interface Reading {
  walked: Walked;
  known: Known;
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

type Known = Awaited<ReturnType<typeof readKnown>>;

/** What an earlier ingest of this very folder stored: in brief where `vault` is known, else whole. */
async function readKnown({ graph, memory }: IngestDeps, path: string) {
  const folder = await readKnownFolder(graph, path);
  if (folder === null) return { id: null, sources: [], scenes: [], others: [], totals: null, vault: null };
  const { id, reading } = folder;
  const vault = reading === null ? null : await memory?.of(graph, { vaultId: id, name: reading });
  if (vault) return { ...folder, vault, sources: vault.sources(), scenes: [] };
  return { ...folder, vault: null, ...(await readStored(graph, id)) };
}

/** Reads what the next change of a folder's files will need, so that it need not wait for it. */
export async function recallVault({ graph, memory }: IngestDeps, folder: string): Promise<void> {
  const known = await readKnownFolder(graph, await vaultRoot(folder));
  if (known?.reading) await memory?.of(graph, { vaultId: known.id, name: known.reading });
}

interface Comparing {
  vaultId: string;
  known: Known;
  reading: FolderReading;
}

async function nearChanges(
  graph: Graph,
  { vaultId, known, reading }: Comparing,
): Promise<NearChanges | null> {
  const { vault, totals, others } = known;
  if (vault === null || totals === null) return null;
  return readNearChanges(graph, { vaultId, known: vault, reading, last: { others, totals } });
}

/** Everything beside everything. */
async function compareAll(
  graph: Graph,
  { vaultId, known, reading, isKnown }: Comparing & { isKnown: boolean },
): Promise<Omit<NearChanges, 'before'>> {
  const stored = isKnown && known.vault === null ? known : await readStored(graph, vaultId);
  const sources = known.vault === null ? reading.sources : replaceIn(reading.sources, stored.sources);
  const names = recurrentNames(sources.map(({ outline }) => outline));
  const recurrent = { get: (key: string) => names.get(key), ids: () => recurrentIds(names.keys()) };
  return { stored, reading: { ...reading, sources }, recurrent, elsewhere: noLinks };
}

type Planning = Omit<NearChanges, 'before'> & { vaultId: string; begun: Begun | null };

async function makePlan(graph: Graph, planning: Planning): Promise<Plan> {
  const { vaultId, stored, reading, begun, recurrent, elsewhere } = planning;
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
  const known = { vaultId, scenes: stored.scenes, hashes, taken, written, recurrent, elsewhere, ...matched };
  for (;;) {
    const plan = planIngest(reading, known);
    if (stored.sources.every(({ whole }) => whole)) return plan;
    // a scene that went to a note of which little is known keeps its id, and what now stands where it stood gets another
    const owned = (await readOwned(graph, plan.given)).filter((id) => !taken.has(id));
    if (owned.length === 0) return plan;
    for (const id of owned) taken.add(id);
  }
}

/** What was written is known as the graph has it now. False where that is not whole: then the vault is read anew when it is next asked for. */
async function follow(
  graph: Graph,
  vault: KnownVault,
  { near, plan }: { near: NearChanges; plan: Plan },
): Promise<boolean> {
  const written = [...plan.scenes, ...plan.links, ...plan.restamped].map(({ ids }) => ids.id);
  const touched = new Set([...near.before.map(({ id }) => id), ...written]);
  const now = await readAllWhole(graph, await readRowsOf(graph, [...touched]));
  if (now === null) return false;
  for (const source of near.before) vault.remove(source);
  for (const source of now) vault.add(source);
  return true;
}
