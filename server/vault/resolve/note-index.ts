import type { SourceOutline } from '../parsed.ts';

/** Notes of a vault by the last part of their path, as links name them: any case, ending left out. */
export interface NoteIndex {
  find(target: string, fromPath: string): Found;
}

/** `others`: how many notes answer to the same words, when the nearest had to be chosen. */
export type Found = { source: number; others: number } | null;

interface Entry {
  source: number;
  /** lower case, without ending */
  key: string;
  length: number;
}

/** `isCalled`: for which last parts of a path anybody will ask. */
export function indexNotes(
  sources: readonly SourceOutline[],
  isCalled: (lastPart: string) => boolean = () => true,
): NoteIndex {
  const byPath = new Map<string, number>();
  const byName = new Map<string, Entry[]>();
  sources.forEach(({ path }, source) => {
    const key = pathKey(path);
    const name = key.slice(key.lastIndexOf('/') + 1);
    if (!isCalled(name)) return;
    if (!byPath.has(key)) byPath.set(key, source);
    const entry = { source, key, length: path.length };
    const list = byName.get(name);
    if (list) list.push(entry);
    else byName.set(name, [entry]);
  });
  return { find: (target, fromPath) => find(byPath, byName, { target, fromPath }) };
}

/**
 * As Obsidian 1.13 was seen to do it: a whole path from the vault's root first, so that a note at the root is what its bare name means everywhere;
 * then every note whose path ends so: the shortest below the linking note's folder, else the shortest of all. Aliases name no target.
 */
function find(
  byPath: ReadonlyMap<string, number>,
  byName: ReadonlyMap<string, Entry[]>,
  of: { target: string; fromPath: string },
): Found {
  const folder = folderOf(pathKey(of.fromPath));
  const words = pathKey(of.target.trim());
  if (words === '') return null;
  const whole = /^\.\.?\//.test(words) ? joinPath(folder, words) : words.replace(/^\/+/, '');
  const exact = byPath.get(whole);
  if (exact !== undefined) return { source: exact, others: 0 };
  if (words.startsWith('/')) return null;
  const ends = (byName.get(whole.slice(whole.lastIndexOf('/') + 1)) ?? []).filter((entry) =>
    entry.key.endsWith(`/${whole}`),
  );
  const near = folder === '' ? [] : ends.filter((entry) => entry.key.startsWith(`${folder}/`));
  const best = shortest(near) ?? shortest(ends);
  return best ? { source: best.source, others: ends.length - 1 } : null;
}

function shortest(entries: readonly Entry[]): Entry | undefined {
  return entries.reduce<Entry | undefined>((best, entry) => {
    if (!best || entry.length < best.length) return entry;
    return entry.length === best.length && entry.key < best.key ? entry : best;
  }, undefined);
}

/** Path or link target for comparing: NFC, lower case, `/` between parts, without `.md`. */
export function pathKey(path: string): string {
  return path
    .normalize('NFC')
    .replace(/\\/g, '/')
    .replace(/\u00a0/g, ' ')
    .toLowerCase()
    .replace(/\.md$/, '');
}

/** The last part of a path or a link's target, as notes are found by it. */
export function lastPart(name: string): string {
  const key = pathKey(name.trim()).replace(/(?:\/\.?)+$/, '');
  return key.slice(key.lastIndexOf('/') + 1);
}

export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash === -1 ? '' : path.slice(0, slash);
}

/** Follows `.` and `..`; what would leave the vault stays at its root. */
export function joinPath(folder: string, relative: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of relative.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
