import { readFile, stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { decodeNote } from './decode.ts';
import { parseSource } from './parse/parse-source.ts';
import { createSentenceReader, type SentenceReader } from './parse/sentences.ts';
import type { ParsedProblem, ParsedSource } from './parsed.ts';
import type { OtherFile } from './resolve/other-files.ts';
import { type FoundNote, type Walked, walkVault } from './walk-vault.ts';

/** A note that was not read, or (`kept`) read with a fault. `reason` is a problem's code. */
export interface SkippedNote {
  path: string;
  reason: ParsedProblem['code'];
  kept: boolean;
}

export interface Scan {
  sources: ParsedSource[];
  skipped: SkippedNote[];
  ignored: Walked['ignored'];
  others: OtherFile[];
}

export interface ScanOptions {
  signal?: AbortSignal;
  report?: (progress: { done: number; total: number }) => void;
}

/** Bytes a note may have. A larger one is no note that a person reads; it is named in the report. */
export const largestNoteBytes = 16 * 1024 * 1024;

/** Reads and parses a folder of notes. Nothing is written. A file that cannot be read is named in `skipped`, and the rest goes on. */
export async function scanVault(folder: string, options: ScanOptions = {}): Promise<Scan> {
  const walked = await walkVault(folder, options.signal);
  const scan: Scan = {
    sources: [],
    skipped: walked.unreadable.map((file) => ({ ...file, kept: false })),
    ignored: walked.ignored,
    others: walked.others,
  };
  const sentences = createSentenceReader();
  let pausedAt = performance.now();
  for (const [index, note] of walked.notes.entries()) {
    options.signal?.throwIfAborted();
    take(scan, note, await readNote(note, sentences));
    if (performance.now() - pausedAt > 20) {
      // parsing is synchronous: the page's requests get their turn
      await setImmediate();
      options.report?.({ done: index + 1, total: walked.notes.length });
      pausedAt = performance.now();
    }
  }
  options.report?.({ done: walked.notes.length, total: walked.notes.length });
  return scan;
}

type ReadNote = { source: ParsedSource } | { reason: ParsedProblem['code'] };

function take(scan: Scan, note: FoundNote, read: ReadNote): void {
  if ('reason' in read) {
    scan.skipped.push({ path: note.path, reason: read.reason, kept: false });
    scan.others.push({ path: note.path, kind: 'skipped' });
    return;
  }
  scan.sources.push(read.source);
  for (const { code } of read.source.problems)
    scan.skipped.push({ path: note.path, reason: code, kept: true });
}

async function readNote(note: FoundNote, sentences: SentenceReader): Promise<ReadNote> {
  try {
    const { size, mtimeMs } = await stat(note.file);
    if (size > largestNoteBytes) return { reason: 'too_large' };
    const decoded = decodeNote(await readFile(note.file));
    if (!decoded) return { reason: 'nul_bytes' };
    return { source: parseSource({ path: note.path, bytes: size, mtimeMs, ...decoded }, sentences) };
  } catch {
    return { reason: 'unreadable' };
  }
}
