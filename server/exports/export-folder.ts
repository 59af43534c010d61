import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import type { ExportFolder } from '../../graph-schema/views/export-view.ts';
import type { Graph } from '../graph/graph.ts';
import { readVaults } from './exports.cypher.ts';

const VaultRow = z.object({ name: z.string(), path: z.string() });

/** Whose folder it is that files are to be written into: links followed, also where the folder itself is not there yet. @throws AppError bad_input */
export async function readExportFolder({ graph }: { graph: Graph }, folder: string): Promise<ExportFolder> {
  if (!path.isAbsolute(folder)) throw new AppError('bad_input', { values: { path: folder } });
  const wanted = await realFolder(path.resolve(folder));
  const vaults = await graph.read(async (tx) => z.array(VaultRow).parse(await tx.run(readVaults)));
  for (const vault of vaults.filter(({ path: own }) => own !== '')) {
    const root = await realFolder(vault.path);
    if (wanted === root || wanted.startsWith(root + path.sep)) return { path: wanted, vault: vault.name };
  }
  return { path: wanted, vault: null };
}

async function realFolder(folder: string): Promise<string> {
  const real = await realpath(folder).catch(() => null);
  if (real !== null) return real;
  const above = path.dirname(folder);
  return above === folder ? folder : path.join(await realFolder(above), path.basename(folder));
}
