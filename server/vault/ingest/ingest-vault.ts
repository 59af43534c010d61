import { AppError } from '../../../graph-schema/app-error.ts';
import type { IngestReport } from '../../../graph-schema/views/settings-view.ts';
import { commitChange } from '../../changes/commit-change.ts';
import type { Graph } from '../../graph/graph.ts';
import { scanVault, type Scan } from '../scan.ts';
import { folderStamp } from '../folder-stamp.ts';
import { vaultRoot, walkVault } from '../walk-vault.ts';
import { wishedIds } from './assign-ids.ts';
import { makeReport, reportIfUnchanged } from './ingest-report.ts';
import { leaveScenes } from './leave-scenes.ts';
import { matchSources } from './match-sources.ts';
import { type Plan, planIngest } from './plan.ts';
import { readHashes, readStored, readTaken } from './stored.ts';
import { type OpenedVault, openVault } from './vault-node.ts';
import { writeLinkRows } from './write-links.ts';
import { writeSceneRows } from './write-scenes.ts';

export interface IngestInput {
  path: string;
  name?: string | undefined;
  signal?: AbortSignal;
  report?: (progress: { done: number; total: number }) => void;
}

/**
 * Brings the graph to what a folder of notes says. Only what differs is written; what people did and accepted stays. The folder is never written to.
 * Stopped half-way it keeps what is complete, and goes on when run again.
 * Errors: `vault_not_found`, `vault_not_folder`, `vault_unreadable`, `vault_empty`, `cancelled`.
 */
export async function ingestVault({ graph }: { graph: Graph }, input: IngestInput): Promise<IngestReport> {
  const startedAt = performance.now();
  const path = await vaultRoot(input.path);
  const walked = await walkVault(path, input.signal).catch(throwCancelled);
  const stamp = await folderStamp(walked);
  const seconds = () => (performance.now() - startedAt) / 1000;
  const unchanged = await reportIfUnchanged(graph, { path, name: input.name, stamp });
  if (unchanged !== null) return { ...unchanged, seconds: seconds() };
  const scan = await scanVault(walked, scanOptions(input)).catch(throwCancelled);
  if (scan.sources.length === 0)
    throw new AppError('vault_empty', { values: { path: input.path, skipped: scan.skipped.length } });
  const vault = await openVault(graph, { path, name: input.name });
  const plan = await makePlan(graph, vault, scan);
  if (plan.scenes.length + plan.links.length + plan.vanished.length > 0) {
    await writePlan(graph, { vault, plan, input });
  }
  return makeReport(graph, { vault, scan, plan, stamp, seconds: seconds() });
}

function scanOptions({ signal, report }: IngestInput) {
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

async function makePlan(graph: Graph, vault: OpenedVault & { isNew: boolean }, scan: Scan): Promise<Plan> {
  const stored = vault.isNew ? { sources: [], scenes: [] } : await readStored(graph, vault.id);
  const current = new Map(scan.sources.map((source) => [source.path, source.hash]));
  const differing = stored.sources.filter((source) => current.get(source.path) !== source.hash);
  const hashes = await readHashes(
    graph,
    differing.map((source) => source.id),
  );
  const matched = matchSources(scan.sources, { ...stored, hashes });
  const taken = await readTaken(graph, vault.id, wishedIds(scan.sources));
  return planIngest(scan, { vaultId: vault.id, scenes: stored.scenes, hashes, taken, ...matched });
}

interface Writing {
  vault: OpenedVault;
  plan: Plan;
  input: IngestInput;
}

async function writePlan(graph: Graph, { vault, plan, input }: Writing): Promise<void> {
  const since = await graph.write((tx) => logIngest(tx, vault, plan));
  const of = { vaultId: vault.id, since };
  const steps = plan.scenes.length + plan.links.length;
  let done = 0;
  const proceed = (by: number) => {
    done += by;
    input.report?.({ done: steps + done, total: steps * 2 });
    if (input.signal?.aborted) throw new AppError('cancelled');
  };
  for (const batch of batches(plan.vanished, ({ leaving }) => leaving.length)) {
    const leaving = batch.flatMap((source) => source.leaving);
    await graph.write((tx) =>
      leaveScenes(
        tx,
        leaving,
        batch.map((source) => source.sourceId),
      ),
    );
    proceed(0);
  }
  for (const batch of batches(plan.scenes, ({ rows }) => rows.scenes.length + rows.passages.length)) {
    const leaving = batch.flatMap((source) => source.leaving);
    await graph.write(async (tx) => {
      if (leaving.length > 0) await leaveScenes(tx, leaving, []);
      await writeSceneRows(
        tx,
        batch.map(({ rows }) => rows),
        of,
      );
    });
    proceed(batch.length);
  }
  for (const batch of batches(
    plan.links,
    ({ rows }) => rows.links.length + rows.cites.length + rows.mentions.length,
  )) {
    await graph.write((tx) => writeLinkRows(tx, batch, of));
    proceed(batch.length);
  }
}

function logIngest(tx: Parameters<typeof commitChange>[0], vault: OpenedVault, plan: Plan): Promise<number> {
  const { added, edited, removed } = plan;
  return commitChange(tx, {
    kind: 'ingest',
    values: { vault: vault.name, added, edited, removed },
    steps: [],
    touches: plan.scenes.flatMap(({ rows }) => rows.scenes.slice(0, 1).map((scene) => scene.id)),
  });
}

/** Rows that one transaction takes. */
const batchRows = 2_000;

/** Sources together up to so many rows; each is written whole. */
function batches<T>(items: readonly T[], weigh: (item: T) => number): T[][] {
  const all: T[][] = [];
  let weight = batchRows;
  for (const item of items) {
    if (weight >= batchRows) {
      all.push([]);
      weight = 0;
    }
    all.at(-1)?.push(item);
    weight += weigh(item) + 1;
  }
  return all;
}
