import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { folderOf, joinPath } from './resolve/note-index.ts';

/** Folders looked through for a name without its path. */
const mostFolders = 5_000;

/**
 * The file of a vault that a note's words mean: beside the note, from the vault's root, else the only or nearest one of that name.
 * `root` must be a real path. Null for what is not there, hidden, or leads out of the vault.
 */
export async function findInVault(
  root: string,
  { from, target }: { from: string; target: string },
): Promise<string | null> {
  const words = target.replace(/\\/g, '/').split(/[#|?]/)[0]?.trim() ?? '';
  if (words === '' || words.includes('\0') || /^[a-z][a-z0-9+.-]*:/i.test(words)) return null;
  const beside = joinPath(folderOf(from), words);
  for (const candidate of [beside, joinPath('', words)]) {
    const file = await inside(root, candidate);
    if (file) return file;
  }
  const found = await findByName(root, words);
  return found === null ? null : inside(root, found);
}

async function inside(root: string, relative: string): Promise<string | null> {
  if (relative === '' || relative.split('/').some((part) => part.startsWith('.'))) return null;
  const file = await realpath(path.join(root, ...relative.split('/'))).catch(() => null);
  return file?.startsWith(root + path.sep) ? file : null;
}

/** Breadth first, so that the one nearest to the root is found, as Obsidian's shortest path. */
async function findByName(root: string, words: string): Promise<string | null> {
  const wanted = words.normalize('NFC').toLowerCase().replace(/^\/+/, '');
  const folders = [''];
  for (let at = 0; at < folders.length && at < mostFolders; at += 1) {
    const folder = folders[at] ?? '';
    const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const relative = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const key = relative.normalize('NFC').toLowerCase();
      if (entry.isFile() && (key === wanted || key.endsWith(`/${wanted}`))) return relative;
      if (entry.isDirectory()) folders.push(relative);
    }
  }
  return null;
}
