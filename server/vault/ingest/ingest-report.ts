import { z } from 'zod';
import { AppError } from '../../../graph-schema/app-error.ts';
import { IngestReport } from '../../../graph-schema/views/settings-view.ts';
import type { Graph } from '../../graph/graph.ts';
import { countWikilinks, noteLinks, type Resolution } from '../resolve/resolve-links.ts';
import type { Scan } from '../scan.ts';
import type { Plan } from './plan.ts';
import type { OpenedVault } from './vault-node.ts';
import { countScenes, readReport, writeReport } from './vault-node.cypher.ts';

const Totals = z.object({ scenes: z.int(), missing: z.int() });

interface Ingested {
  vault: OpenedVault;
  scan: Scan;
  plan: Plan;
  seconds: number;
}

/** Totals of the vault after an ingest, and what could not be read; kept with the vault. */
export async function makeReport(
  graph: Graph,
  { vault, scan, plan, seconds }: Ingested,
): Promise<IngestReport> {
  const rows = await graph.read((tx) => tx.run(countScenes, { vaultId: vault.id }));
  const report: IngestReport = {
    vault: vault.name,
    sources: scan.sources.length,
    ...Totals.parse(rows[0]),
    passages: plan.passages,
    concepts: plan.concepts,
    links: noteLinks(plan.resolution.links).length,
    wikilinks: countWikilinks(plan.resolution),
    skipped: [...scan.skipped, ...plan.taken.map(({ path }) => ({ path, reason: 'id_taken', kept: true }))],
    ignored: scan.ignored,
    reported: countReasons(plan.resolution),
    ambiguous: plan.resolution.ambiguous.length,
    changed: plan.added + plan.edited + plan.removed,
    seconds: Math.round(seconds * 1000) / 1000,
  };
  await graph.write((tx) =>
    tx.run(writeReport, { id: vault.id, now: new Date().toISOString(), report: JSON.stringify(report) }),
  );
  return report;
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

function countReasons({ reported }: Resolution): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { reason, wiki } of reported) if (wiki) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
