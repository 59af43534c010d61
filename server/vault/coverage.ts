import { posix } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { Constructs, type Coverage, type CoverageFile } from '../../graph-schema/views/coverage.ts';
import type { Graph } from '../graph/graph.ts';
import { readIngestReport } from './ingest/ingest-report.ts';
import { readSourceCoverage, readVaultFiles } from './ingest/vault-node.cypher.ts';

const VaultRow = z.object({
  id: z.string(),
  name: z.string(),
  others: z.string(),
});
const Others = z.array(z.object({ path: z.string(), kind: z.enum(['attachment', 'excluded', 'skipped']) }));
const SourceRow = z.object({ path: z.string(), constructs: z.string(), fault: z.string().nullable() });

/** Every file of a vault as it was last read: what was taken from it, what was not and why. @throws AppError vault_not_found */
export async function readCoverage({ graph }: { graph: Graph }, name: string): Promise<Coverage> {
  const { vault, sources } = await graph.read(async (tx) => {
    const [row] = z.array(VaultRow).parse(await tx.run(readVaultFiles, { name }));
    if (row === undefined) throw new AppError('vault_not_found', { values: { vault: name } });
    return {
      vault: row,
      sources: z.array(SourceRow).parse(await tx.run(readSourceCoverage, { id: row.id })),
    };
  });
  const report = await readIngestReport({ graph }, name);
  const reasons = new Map(report?.skipped.map(({ path, reason }) => [path, reason]));
  const files = [
    ...sources.map((source) => readFile(source, reasons)),
    ...Others.parse(JSON.parse(vault.others)).map(({ path, kind }): CoverageFile => {
      return { path, state: kind, kind: endingOf(path), constructs: {}, reason: reasons.get(path) ?? null };
    }),
  ].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const count = (state: CoverageFile['state']) => files.filter((file) => file.state === state).length;
  return {
    vault: vault.name,
    files,
    totals: {
      read: count('read'),
      degraded: count('degraded'),
      skipped: count('skipped'),
      excluded: count('excluded'),
      attachment: count('attachment'),
      hidden: report?.ignored?.hidden ?? 0,
      links: report?.ignored?.links ?? 0,
    },
    constructs: sumOf(files.map(({ constructs }) => constructs)),
  };
}

function readFile(
  { path, constructs, fault }: z.infer<typeof SourceRow>,
  reasons: ReadonlyMap<string, string>,
): CoverageFile {
  const reason = fault ?? reasons.get(path) ?? null;
  return {
    path,
    state: reason === null ? 'read' : 'degraded',
    kind: endingOf(path),
    constructs: Constructs.parse(JSON.parse(constructs)),
    reason,
  };
}

function endingOf(path: string): string {
  return posix.extname(path).slice(1).toLowerCase();
}

function sumOf(all: readonly Constructs[]): Constructs {
  const sum: Constructs = {};
  for (const constructs of all) {
    for (const [name, { found, taken }] of Object.entries(constructs)) {
      const known = (sum[name] ??= { found: 0, taken: 0 });
      known.found += found;
      known.taken += taken;
    }
  }
  return sum;
}
