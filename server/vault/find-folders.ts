import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';
import type { FolderListing } from '../../graph-schema/views/settings-view.ts';
import { vaultRoot } from './walk-vault.ts';

/** Files and folders looked at for one listing: a home folder may hold millions. */
const mostEntries = 20_000;
const mostFolders = 500;

interface Budget {
  left: number;
}

/**
 * Folders below a path, with the Markdown notes in each; without a path, below the person's own folder. Hidden folders are left out.
 * Errors: `vault_not_found`, `vault_not_folder`, `vault_unreadable`.
 */
export async function findFolders(from?: string): Promise<FolderListing> {
  const root = await vaultRoot(from === undefined || from === '' ? homedir() : path.resolve(from));
  const entries = await readdir(root, { withFileTypes: true }).catch((cause: unknown) => {
    throw new AppError('vault_unreadable', { values: { path: root }, cause });
  });
  const names = entries
    .filter((entry) => entry.isDirectory() && !isPassedOver(entry.name))
    .map((entry) => entry.name)
    .sort((a, b) => a.localeCompare(b))
    .slice(0, mostFolders);
  // each folder gets its share, so that a huge one does not leave the rest uncounted
  const share = Math.floor(mostEntries / Math.max(1, names.length));
  const folders = await Promise.all(
    names.map(async (name) => {
      const folder = path.join(root, name);
      return { name, path: folder, notes: await countNotes(folder, { left: Math.max(200, share) }) };
    }),
  );
  const own = entries.filter((entry) => entry.isFile() && isNote(entry.name)).length;
  const below = folders.map((folder) => folder.notes);
  const parent = path.dirname(root);
  return {
    path: root,
    parent: parent === root ? null : parent,
    notes: below.includes(null) ? null : below.reduce<number>((sum, notes) => sum + (notes ?? 0), own),
    folders,
  };
}

/** Null where the budget was used up before the end. */
async function countNotes(folder: string, budget: Budget): Promise<number | null> {
  let count = 0;
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    budget.left -= 1;
    if (budget.left < 0) return null;
    if (entry.isFile() && isNote(entry.name)) count += 1;
    if (!entry.isDirectory() || isPassedOver(entry.name)) continue;
    const below = await countNotes(path.join(folder, entry.name), budget);
    if (below === null) return null;
    count += below;
  }
  return count;
}

function isNote(name: string): boolean {
  return /\.md$/i.test(name) && !name.startsWith('.');
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
