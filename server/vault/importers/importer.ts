import type { ParsedProblem } from '../parsed.ts';
import type { Turn } from '../parse/turns.ts';

/** A file of the vault that somebody can read. */
export interface VaultFile {
  /** relative to the vault, `/` between parts, NFC */
  path: string;
  /** where the system has it */
  file: string;
  bytes: number;
  mtimeMs: number;
}

/**
 * What an importer makes of a file: Markdown whose every word is the file's. Scenes, passages, links and quotes are found in it,
 * and their offsets are into it.
 */
export interface Rendition {
  /** the file's own path; where a file holds many, that and the part's name: `export.zip/Talk.md` */
  path: string;
  text: string;
  /** what the thing calls itself. Default: the last part of the path */
  title?: string;
  /** further names that are shown */
  aliases?: string[];
  /** further names that links use and nobody is shown */
  names?: string[];
  /** names of what it is a part of, the nearest first; a link leads to the first that is there */
  within?: string[];
  /** a stable id of its own */
  uid?: string | null;
  /** ISO 8601, when the file says it */
  at?: string | null;
  /** places of turns in `text`, in order; each begins with a line that names the speaker */
  turns?: Turn[];
  encoding?: string;
  problems?: ParsedProblem[];
}

/** Why a file gave nothing. */
export class NotReadable extends Error {
  constructor(readonly reason: ParsedProblem['code']) {
    super(reason);
  }
}

export interface Importer {
  /** By the file's name alone. */
  takes(path: string): boolean;
  /** One file's renditions, one after the other, so that an export of any size is read in bounded memory. Throws NotReadable. */
  read(file: VaultFile, signal?: AbortSignal): AsyncIterable<Rendition>;
}
