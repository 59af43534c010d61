import { realpath } from 'node:fs/promises';
import { importerOf } from './index.ts';
import { NotReadable, type Rendition, type VaultFile } from './importer.ts';

/**
 * What a file's importer makes of it, each part under a path of its own: an export may hold two talks of one name.
 * Throws NotReadable, also for a file whose folder has meanwhile become a link to elsewhere.
 */
export async function* readRenditions(note: VaultFile, signal?: AbortSignal): AsyncGenerator<Rendition> {
  if ((await realpath(note.file)) !== note.file) throw new NotReadable('unreadable');
  const given = new Set<string>();
  for await (const rendition of importerOf(note.path)?.read(note, signal) ?? []) {
    const path = freePath(rendition.path, given);
    given.add(path);
    yield { ...rendition, path };
  }
}

/** `a/Talk (2).md` beside `a/Talk.md`. */
function freePath(path: string, given: ReadonlySet<string>): string {
  if (!given.has(path)) return path;
  const dot = path.lastIndexOf('.');
  for (let n = 2; ; n += 1) {
    const other = `${path.slice(0, dot)} (${n})${path.slice(dot)}`;
    if (!given.has(other)) return other;
  }
}
