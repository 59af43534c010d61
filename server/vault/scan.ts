import { stat } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { importerOf } from './importers/index.ts';
import { NotReadable } from './importers/importer.ts';
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

/** Reads and parses a folder of notes, or what a walk through it has found. Nothing is written. A file that cannot be read is named in `skipped`, and the rest goes on. */
export async function scanVault(folder: string | Walked, options: ScanOptions = {}): Promise<Scan> {
  const walked = typeof folder === 'string' ? await walkVault(folder, options.signal) : folder;
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
    await readInto(scan, note, sentences, options.signal);
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

async function readInto(
  scan: Scan,
  note: FoundNote,
  sentences: SentenceReader,
  signal: AbortSignal | undefined,
): Promise<void> {
  const before = scan.sources.length;
  const gaveNothing = () => scan.sources.length === before;
  try {
    const { size: bytes, mtimeMs } = await stat(note.file);
    const renditions = importerOf(note.path)?.read({ ...note, bytes, mtimeMs }, signal) ?? [];
    for await (const rendition of renditions)
      take(scan, parseSource({ bytes, mtimeMs, ...rendition }, sentences));
    if (gaveNothing()) scan.others.push({ path: note.path, kind: 'attachment' });
  } catch (error) {
    signal?.throwIfAborted();
    const reason = error instanceof NotReadable ? error.reason : 'unreadable';
    scan.skipped.push({ path: note.path, reason, kept: !gaveNothing() });
    if (gaveNothing()) scan.others.push({ path: note.path, kind: 'skipped' });
  }
}

function take(scan: Scan, source: ParsedSource): void {
  scan.sources.push(source);
  for (const { code } of source.problems) scan.skipped.push({ path: source.path, reason: code, kept: true });
}
