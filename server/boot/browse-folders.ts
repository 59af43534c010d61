import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';
import type { FolderListing } from '../../graph-schema/views/settings-view.ts';

/** Counting notes stops here: a disk's root must not be walked for a number. */
const mostEntries = 20_000;
const skipped = new Set(['node_modules', '.git', '.obsidian', '.trash']);

/** One folder with the folders in it and how many Markdown notes each holds, for choosing a vault. Hidden ones are not shown. */
export async function browseFolders(asked: string = homedir()): Promise<FolderListing> {
  const folder = path.resolve(asked);
  const names = await readFolder(folder);
  const parent = path.dirname(folder);
  const folders = await Promise.all(
    names
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .sort((a, b) => a.name.localeCompare(b.name))
      .slice(0, 500)
      .map(async ({ name }) => {
        const inside = path.join(folder, name);
        return { name, path: inside, notes: await countNotes(inside) };
      }),
  );
  return {
    path: folder,
    parent: parent === folder ? null : parent,
    notes: await countNotes(folder),
    folders,
  };
}

async function readFolder(folder: string) {
  try {
    if (!(await stat(folder)).isDirectory())
      throw new AppError('vault_not_folder', { values: { path: folder } });
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (error instanceof AppError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new AppError(code === 'ENOENT' ? 'vault_not_found' : 'vault_unreadable', {
      values: { path: folder },
      cause: error,
    });
  }
}

async function countNotes(folder: string): Promise<number | null> {
  let notes = 0;
  let seen = 0;
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entries = await readdir(next, { withFileTypes: true }).catch(() => []);
    seen += entries.length;
    if (seen > mostEntries) return null;
    for (const entry of entries) {
      if (entry.isDirectory() && !skipped.has(entry.name)) waiting.push(path.join(next, entry.name));
      else if (entry.isFile() && entry.name.endsWith('.md')) notes += 1;
    }
  }
  return notes;
}
