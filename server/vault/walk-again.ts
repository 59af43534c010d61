import { lstat } from 'node:fs/promises';
import path from 'node:path';
import { readExcluded } from './excluded-files.ts';
import { importerOf } from './importers/index.ts';
import { type FoundNote, lookAt, type Walked } from './walk-vault.ts';

/** More than these, and walking costs no more. */
const mostFiles = 100;

/**
 * What `walkVault` would find now, where since `last` nothing changed but these files: notes that were edited, written or deleted. Null where it is
 * about anything else (folders, links, attachments, the excluded), or about many: then the folder must be walked.
 * `files`: absolute, below the folder's real path.
 */
export async function walkAgain(
  root: string,
  { last, files }: { last: Walked; files: readonly string[] },
): Promise<Walked | null> {
  const changed = new Set(files);
  if (changed.size > mostFiles || last.unreadable.length > 0) return null;
  const known = new Map(last.notes.filter(({ file }) => changed.has(file)).map((note) => [note.file, note]));
  const excluded = await readExcluded(root);
  const now = new Map<string, FoundNote | null>();
  for (const file of changed) {
    const seen = await lookAgain(root, { file, known: known.get(file) });
    if (seen === 'other' || (seen && excluded.among([seen.path]).size > 0)) return null;
    now.set(file, seen);
  }
  const rest = last.notes.filter(({ file }) => !changed.has(file));
  const notes = [...rest, ...[...now.values()].flatMap((note) => note ?? [])];
  notes.sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  // two names that differ in their Unicode form only
  const isAmbiguous = notes.some(({ path: name }, index) => name === notes[index + 1]?.path);
  return isAmbiguous ? null : { ...last, notes };
}

/** Null: it is gone. */
async function lookAgain(
  root: string,
  { file, known }: { file: string; known: FoundNote | undefined },
): Promise<FoundNote | null | 'other'> {
  const relative = path.relative(root, file).split(path.sep);
  if (relative.some((part) => part.startsWith('.'))) return 'other';
  const entry = await lstat(file).catch(() => null);
  if (entry === null) return known === undefined ? 'other' : null;
  const name = known?.path ?? relative.join('/').normalize('NFC');
  if (!entry.isFile() || importerOf(name) === null) return 'other';
  return { path: name, file, ...(await lookAt(file)) };
}
