import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';
import { type Excluded, readExcluded, settingsFile } from './excluded-files.ts';
import type { VaultFile } from './importers/importer.ts';
import { importerOf } from './importers/index.ts';
import type { OtherFile } from './resolve/other-files.ts';

/** A file found in a vault that an importer reads. */
export interface FoundNote extends VaultFile {
  /**
   * Changes when the file does: size and times. The time of the last change of any kind (`ctime`) is set by the system alone, so that a file put
   * back with its old time is seen, too. Null where the system does not tell: then it counts as changed.
   */
  stamp: string | null;
}

export interface Walked {
  notes: FoundNote[];
  others: OtherFile[];
  /** folders, and a list of excluded files that takes too long */
  unreadable: { path: string; reason: 'unreadable' | 'filter_slow' }[];
  /** what was not read: hidden files and folders, Obsidian's excluded notes, symbolic links that leave the vault */
  ignored: { hidden: number; excluded: number; links: number };
}

interface Walk extends Walked {
  root: string;
  /** all there are, as the system has them, below the root */
  files: string[];
  excluded: Excluded;
  signal: AbortSignal | undefined;
}

const filesAtOnce = 64;

/** Every file of a vault, by name. Symbolic links inside the vault lead to what is read anyway, those out of it are not followed. */
export async function walkVault(folder: string, signal?: AbortSignal): Promise<Walked> {
  const root = await vaultRoot(folder);
  const walk: Walk = {
    root,
    files: [],
    excluded: await readExcluded(root),
    signal,
    notes: [],
    others: [],
    unreadable: [],
    ignored: { hidden: 0, excluded: 0, links: 0 },
  };
  await walkFolder(walk, '');
  await takeFiles(walk);
  if (walk.excluded.isSlow) {
    walk.unreadable.push({ path: settingsFile, reason: 'filter_slow' });
    walk.others.push({ path: settingsFile, kind: 'skipped' });
  }
  const { others, unreadable, ignored } = walk;
  return { notes: ownPaths(root, walk.notes), others, unreadable, ignored };
}

/** In order. Two names that differ in Unicode form only are two notes: the second one's path stays as the system has it. */
function ownPaths(root: string, notes: readonly FoundNote[]): FoundNote[] {
  const given = new Set<string>();
  const inOrder = notes.toSorted((a, b) => compare(a.path, b.path) || compare(rank(a), rank(b)));
  const own = inOrder.map((note) => {
    const path = given.has(note.path) ? namedBySystem(root, note) : note.path;
    given.add(path);
    return path === note.path ? note : { ...note, path };
  });
  return own.sort((a, b) => compare(a.path, b.path));

  /** What is written in NFC has the first right to its path. */
  function rank(note: FoundNote): string {
    const name = namedBySystem(root, note);
    return name === note.path ? '' : name;
  }
}

function namedBySystem(root: string, { file }: FoundNote): string {
  return path.relative(root, file).split(path.sep).join('/');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** The folder's real path. Errors: `vault_not_found`, `vault_not_folder`, `vault_unreadable`. */
export async function vaultRoot(folder: string): Promise<string> {
  try {
    const root = await realpath(folder);
    if (!(await stat(root)).isDirectory())
      throw new AppError('vault_not_folder', { values: { path: folder } });
    return root;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const code = isMissing(cause) ? 'vault_not_found' : 'vault_unreadable';
    throw new AppError(code, { values: { path: folder }, cause });
  }
}

/** Whether the folder can be read from now: a disk may be unplugged. */
export function isVaultThere(folder: string): Promise<boolean> {
  return vaultRoot(folder).then(
    () => true,
    () => false,
  );
}

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP';
}

async function walkFolder(walk: Walk, relative: string): Promise<void> {
  walk.signal?.throwIfAborted();
  const entries = await readFolder(walk, relative);
  const folders: string[] = [];
  for (const entry of entries) {
    const notePath = relative === '' ? entry.name : `${relative}/${entry.name}`;
    if (entry.name.startsWith('.')) walk.ignored.hidden += 1;
    else if (entry.isSymbolicLink()) walk.ignored.links += 1;
    else if (entry.isDirectory()) folders.push(notePath);
    else if (entry.isFile()) walk.files.push(notePath);
  }
  for (const folder of folders) await walkFolder(walk, folder);
}

async function readFolder(walk: Walk, relative: string) {
  const folder = path.join(walk.root, relative);
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    if ((await realpath(folder)) === folder) return entries;
    // became a link since its parent was read
    walk.ignored.links += 1;
  } catch (cause) {
    if (relative === '') throw new AppError('vault_unreadable', { values: { path: walk.root }, cause });
    const folderPath = relative.normalize('NFC');
    walk.unreadable.push({ path: folderPath, reason: 'unreadable' });
    walk.others.push({ path: folderPath, kind: 'skipped' });
  }
  return [];
}

async function takeFiles(walk: Walk): Promise<void> {
  const named = walk.files.map((file) => ({ relative: file, notePath: file.normalize('NFC') }));
  const readable = named.filter(({ notePath }) => importerOf(notePath) !== null);
  const excluded = walk.excluded.among(readable.map(({ notePath }) => notePath));
  walk.ignored.excluded += excluded.size;
  const taken = new Set(readable.filter(({ notePath }) => !excluded.has(notePath)));
  for (const file of named) {
    if (taken.has(file)) continue;
    walk.others.push({
      path: file.notePath,
      kind: excluded.has(file.notePath) ? 'excluded' : 'attachment',
    });
  }
  const all = [...taken];
  for (let first = 0; first < all.length; first += filesAtOnce) {
    walk.signal?.throwIfAborted();
    const looked = all.slice(first, first + filesAtOnce).map(async ({ relative, notePath }) => {
      const file = path.join(walk.root, relative);
      return { path: notePath, file, ...(await lookAt(file)) };
    });
    walk.notes.push(...(await Promise.all(looked)));
  }
}

/** Size, time and stamp of a file now. */
export async function lookAt(file: string): Promise<Pick<FoundNote, 'bytes' | 'mtimeMs' | 'stamp'>> {
  try {
    const { size, mtimeNs, ctimeNs } = await stat(file, { bigint: true });
    return {
      bytes: Number(size),
      mtimeMs: Number(mtimeNs / 1000n) / 1000,
      stamp: `${size} ${mtimeNs} ${ctimeNs}`,
    };
  } catch {
    // It is told as unreadable when it is read.
    return { bytes: 0, mtimeMs: 0, stamp: null };
  }
}
