import { open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';
import type { Graph } from '../graph/graph.ts';
import { findInVault } from './find-in-vault.ts';
import { readVaultPath } from './image.cypher.ts';
import { imageType } from './image-type.ts';

export interface VaultImage {
  bytes: Uint8Array;
  /** a Content-Type; an SVG is to be sent with a policy that runs nothing */
  type: string;
}

const largestBytes = 24 * 1024 * 1024;

/**
 * A picture of a vault for the note that shows it: inside the vault, through no link out of it, and a picture by its name and its first bytes.
 * Everything else is `not_found`, so that nothing can be learnt about other files.
 */
export async function imageFor(
  { graph }: { graph: Graph },
  { vaultId, from, target }: { vaultId: string; from: string; target: string },
): Promise<VaultImage> {
  const [vault] = await graph.read((tx) => tx.run(readVaultPath, { vaultId }));
  const missing = new AppError('not_found', { values: { path: target } });
  if (!vault) throw missing;
  const root = await realpath(String(vault['path'])).catch(() => null);
  const file = root === null ? null : await findInVault(root, { from, target });
  const image = file === null ? null : await readImage(file);
  if (!image) throw missing;
  return image;
}

async function readImage(file: string): Promise<VaultImage | null> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > largestBytes) return null;
      const bytes = await handle.readFile();
      const type = imageType(path.extname(file), bytes);
      return type === null ? null : { bytes, type };
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
