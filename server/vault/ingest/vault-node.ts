import { basename } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../graph-schema/app-error.ts';
import { IngestReport, VaultView } from '../../../graph-schema/views/settings-view.ts';
import type { Graph } from '../../graph/graph.ts';
import { deriveId, freeId } from '../ids.ts';
import { isVaultThere } from '../walk-vault.ts';
import type { OtherFile } from '../resolve/other-files.ts';
import type { LinkTotals } from './link-totals.ts';
import { findVaults, readFolderKnown, readVaults, writeEmbeds, writeVault } from './vault-node.cypher.ts';

const Named = z.object({ id: z.string(), name: z.string(), path: z.string() });
export type OpenedVault = z.infer<typeof Named>;

/** Vaults by name, with what they hold. */
export async function listVaults({ graph }: { graph: Graph }): Promise<VaultView[]> {
  return z.array(VaultView).parse(await graph.read((tx) => tx.run(readVaults)));
}

/**
 * The vault of this folder, made where the graph has none. Its id comes from its name, so that the same notes have the same ids elsewhere.
 * A name given that is another folder's: that vault has moved if its old folder is gone, else `bad_input`.
 */
export async function openVault(
  graph: Graph,
  { path, name }: { path: string; name?: string | undefined },
): Promise<OpenedVault & { isNew: boolean }> {
  const known = z.array(Named).parse(await graph.read((tx) => tx.run(findVaults)));
  const old = await knownVault(known, { path, name });
  const vault = old ?? newVault(known, { path, name });
  await graph.write((tx) => tx.run(writeVault, { ...vault, now: new Date().toISOString() }));
  return { ...vault, isNew: old === null };
}

/** Whether the passages of a vault are to have vectors, until it is said otherwise. */
export async function wantVectors(
  graph: Graph,
  { vault, embed }: { vault: string; embed: boolean },
): Promise<void> {
  await graph.write((tx) => tx.run(writeEmbeds, { name: vault, embed }));
}

async function knownVault(
  known: readonly OpenedVault[],
  { path, name }: { path: string; name?: string | undefined },
): Promise<OpenedVault | null> {
  const here = known.find((vault) => vault.path === path);
  const named = name === undefined ? undefined : known.find((vault) => vault.name === name);
  if (named && named !== here) {
    if (here || (await isVaultThere(named.path))) {
      throw new AppError('bad_input', { values: { field: 'vault', vault: named.name, path: named.path } });
    }
    return { id: named.id, name: named.name, path };
  }
  return here ? { id: here.id, name: name ?? here.name, path } : null;
}

function newVault(
  known: readonly OpenedVault[],
  { path, name }: { path: string; name?: string | undefined },
): OpenedVault {
  const names = new Set(known.map((vault) => vault.name));
  const plain = (name ?? basename(path).normalize('NFC')) || 'vault';
  const free = freeId(
    plain,
    (candidate) => names.has(candidate),
    (n) => `${plain} (${n})`,
  );
  const ids = new Set(known.map((vault) => vault.id));
  const derive = (n: number) => deriveId('vault', free, ...(n === 1 ? [] : [String(n)]));
  return { id: freeId(derive(1), (id) => ids.has(id), derive), name: free, path };
}

const Known = z.object({
  id: z.string(),
  others: z.string(),
  readAt: z.string().nullable(),
  stamp: z.string().nullable(),
  report: z.string().nullable(),
});

/** What is known of a folder that was read before. */
export interface KnownFolder {
  /** of its vault */
  id: string;
  /** files that gave no source */
  others: OtherFile[];
  /** the last reading as `readingName` has it, and the links that it found; null where it was not through */
  reading: string | null;
  totals: LinkTotals | null;
}

/** Null where the graph has no vault of it. */
export async function readKnownFolder(graph: Graph, path: string): Promise<KnownFolder | null> {
  const [row] = await graph.read((tx) => tx.run(readFolderKnown, { path }));
  if (row === undefined) return null;
  const { id, others: files, readAt, stamp, report } = Known.parse(row);
  const others = JSON.parse(files) as OtherFile[];
  if (readAt === null || stamp === null || report === null)
    return { id, others, reading: null, totals: null };
  const { links, wikilinks, reported = {}, ambiguous = 0 } = IngestReport.parse(JSON.parse(report));
  const totals = { links, wikilinks, reported, ambiguous };
  return { id, others, reading: readingName({ readAt, stamp }), totals };
}

/** One reading of a folder: when, and the files that it met. A restore brings back an earlier one under its own name. */
export function readingName({ readAt, stamp }: { readAt: string; stamp: string }): string {
  return `${readAt} ${stamp}`;
}
