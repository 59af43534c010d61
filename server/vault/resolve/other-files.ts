import type { ParsedProblem } from '../parsed.ts';
import { pathKey } from './note-index.ts';

/** A file of the vault that is no source: a picture, a note on Obsidian's list of excluded files, one that could not be read. */
export interface OtherFile {
  /** relative to the vault, `/` between parts, NFC */
  path: string;
  kind: 'attachment' | 'excluded' | 'skipped';
  /** of a file that was read and gave nothing: what it was then, and why */
  stamp?: string | null;
  reason?: ParsedProblem['code'] | null;
}

/** Endings that Obsidian opens as files; a link to one that is not there is no missing scene either. */
const attachmentEndings = new Set(
  (
    'avif bmp gif jpeg jpg png svg webp flac m4a mp3 ogg wav 3gp mkv mov mp4 ogv webm pdf canvas base css js json ' +
    'txt csv html htm zip docx xlsx pptx epub excalidraw'
  ).split(' '),
);

export function indexOthers(others: readonly OtherFile[]) {
  const byName = new Map<string, OtherFile['kind']>();
  for (const { path, kind } of others) {
    const key = pathKey(path);
    byName.set(key, kind);
    const name = key.slice(key.lastIndexOf('/') + 1);
    if (!byName.has(name)) byName.set(name, kind);
  }
  return {
    /** null: no file's name, so a note that was never written */
    kindOf(target: string): OtherFile['kind'] | null {
      const key = pathKey(target).replace(/^(?:\.{0,2}\/)+/, '');
      const name = key.slice(key.lastIndexOf('/') + 1);
      const known = byName.get(key) ?? byName.get(name);
      if (known) return known;
      const dot = name.lastIndexOf('.');
      return dot > 0 && attachmentEndings.has(name.slice(dot + 1)) ? 'attachment' : null;
    },
  };
}
