import { z } from 'zod';
import { AppError } from '../../../graph-schema/app-error.ts';
import { IngestReport } from '../../../graph-schema/views/settings-view.ts';
import type { Graph } from '../../graph/graph.ts';
import type { Plan } from './plan.ts';
import type { FolderReading } from './read-folder.ts';
import type { OpenedVault } from './vault-node.ts';
import { countScenes, readReport, readStamped, writeReport } from './vault-node.cypher.ts';

const Totals = z.object({ scenes: z.int(), missing: z.int() });

interface Ingested {
  vault: OpenedVault;
  reading: FolderReading;
  plan: Plan;
  /** of the files that were read */
  stamp: string;
  readAt: string;
  seconds: number;
}

/** Totals of the vault after an ingest, and what could not be read; kept with the vault. */
export async function makeReport(
  graph: Graph,
  { vault, reading, plan, stamp, readAt, seconds }: Ingested,
): Promise<IngestReport> {
  const rows = await graph.read((tx) => tx.run(countScenes, { vaultId: vault.id }));
  const report: IngestReport = {
    vault: vault.name,
    sources: reading.sources.length,
    ...Totals.parse(rows[0]),
    passages: plan.passages,
    concepts: plan.concepts,
    ...plan.totals,
    skipped: [
      ...reading.skipped,
      ...plan.taken.map(({ path }) => ({ path, reason: 'id_taken', kept: true })),
    ],
    ignored: reading.ignored,
    changed: plan.added + plan.edited + plan.removed,
    seconds: Math.round(seconds * 1000) / 1000,
  };
  await graph.write((tx) =>
    tx.run(writeReport, {
      id: vault.id,
      now: readAt,
      report: JSON.stringify(report),
      stamp,
      others: JSON.stringify(reading.others),
    }),
  );
  return report;
}

/** The last report of the vault in this folder, when it was made from these very files and the vault keeps its name; else null. */
export async function reportIfUnchanged(
  graph: Graph,
  { path, name, stamp }: { path: string; name: string | undefined; stamp: string },
): Promise<IngestReport | null> {
  const [row] = await graph.read((tx) => tx.run(readStamped, { path, stamp }));
  if (typeof row?.['report'] !== 'string') return null;
  const report = IngestReport.parse(JSON.parse(row['report']));
  if (name !== undefined && name !== row['name']) return null;
  const counts = await graph.read((tx) => tx.run(countScenes, { vaultId: row['id'] }));
  return { ...report, ...Totals.parse(counts[0]), changed: 0 };
}

/** What the last ingest of a vault found; null before the first was through. Error: `vault_not_found`. */
export async function readIngestReport(
  { graph }: { graph: Graph },
  name: string,
): Promise<IngestReport | null> {
  const [row] = await graph.read((tx) => tx.run(readReport, { name }));
  if (!row) throw new AppError('vault_not_found', { values: { vault: name } });
  return typeof row['report'] === 'string' ? IngestReport.parse(JSON.parse(row['report'])) : null;
}
