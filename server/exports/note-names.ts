import { createUniquePaths, safeName, safePath } from './file-names.ts';
import type { ExportedField } from './exported-field.ts';

/** What each scene is called in a folder of notes. */
export interface NoteNames {
  /** file of the export; null for a scene that nobody wrote */
  fileOf(id: string): string | null;
  /** `[[…]]` to the scene */
  linkTo(id: string): string;
}

/**
 * A note keeps its path; a new one is called by its title, as no other note is. Several vaults are folders side by side, but where the names
 * are for the vaults themselves (`isAtHome`).
 */
export function noteNames({ scenes, otherNotes }: ExportedField, isAtHome = false): NoteNames {
  const unique = createUniquePaths();
  const vaults = new Set(scenes.flatMap(({ vault }) => vault ?? []));
  const files = new Map<string, string>();
  for (const { id, path, vault } of scenes) {
    if (path === null) continue;
    const inside = safePath(withoutEnding(path));
    files.set(
      id,
      unique(vaults.size > 1 && !isAtHome ? `${safeName(vault ?? '')}/${inside}` : inside, '.md'),
    );
  }
  const known = [...files.values(), ...otherNotes].map(nameOf);
  for (const name of known) unique(name, '.md');
  for (const { id, path, title, state } of scenes)
    if (path === null && state !== 'missing') files.set(id, unique(safeName(title), '.md'));
  const shared = doubles(known);
  const titles = new Map(scenes.map(({ id, title }) => [id, title]));
  return {
    fileOf: (id) => files.get(id) ?? null,
    linkTo(id) {
      const title = titles.get(id) ?? id;
      const path = withoutEnding(files.get(id) ?? safeName(title));
      const target = shared.has(nameOf(path)) ? path : path.slice(path.lastIndexOf('/') + 1);
      const shown = title
        .replace(/[[\]|]+/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      return shown === target || shown === '' ? `[[${target}]]` : `[[${target}|${shown}]]`;
    },
  };
}

function withoutEnding(path: string): string {
  return path.replace(/\.(md|markdown)$/i, '');
}

/** What a bare link calls the note. */
function nameOf(path: string): string {
  return withoutEnding(path.slice(path.lastIndexOf('/') + 1)).toLowerCase();
}

function doubles(names: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.size === seen.add(name).size));
}
