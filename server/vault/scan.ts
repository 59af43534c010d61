import { setImmediate } from 'node:timers/promises';
import { NotReadable, type Rendition } from './importers/importer.ts';
import { readRenditions } from './importers/read-renditions.ts';
import { parseSource } from './parse/parse-source.ts';
import { createSentenceReader } from './parse/sentences.ts';
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

/** Reads and parses a folder of notes whole. Nothing is written. A file that cannot be read is named in `skipped`, and the rest goes on. */
export async function scanVault(folder: string, options: ScanOptions = {}): Promise<Scan> {
  const walked = await walkVault(folder, options.signal);
  const scan: Scan = {
    sources: [],
    skipped: walked.unreadable.map((file) => ({ ...file, kept: false })),
    ignored: walked.ignored,
    others: walked.others,
  };
  await readNotes(walked.notes, {
    ...options,
    take: (_, source) => void scan.sources.push(source),
    end(note, reason, gave) {
      if (reason !== null) scan.skipped.push({ path: note.path, reason, kept: gave > 0 });
      if (gave === 0) scan.others.push({ path: note.path, kind: reason === null ? 'attachment' : 'skipped' });
    },
  });
  scan.skipped.push(...scan.sources.flatMap(problemsOf));
  scan.skipped.sort((a, b) => (a.path < b.path ? -1 : 1));
  return scan;
}

/** Faults that a source was read with. */
export function problemsOf({ path, problems }: Pick<ParsedSource, 'path' | 'problems'>): SkippedNote[] {
  return problems.map(({ code }) => ({ path, reason: code, kept: true }));
}

export interface NoteReader extends ScanOptions {
  take(note: FoundNote, source: ParsedSource): void;
  /** `reason`: why the file, or its rest, was not read; `gave`: sources taken from it */
  end(note: FoundNote, reason: ParsedProblem['code'] | null, gave: number): void | Promise<void>;
}

/** Reads and parses files one after the other; the next ones are read meanwhile. */
export async function readNotes(notes: readonly FoundNote[], reader: NoteReader): Promise<void> {
  const { signal, report } = reader;
  const sentences = createSentenceReader();
  let pausedAt = performance.now();
  let index = 0;
  for await (const { note, renditions } of openAhead(notes, signal)) {
    signal?.throwIfAborted();
    let gave = 0;
    let reason: ParsedProblem['code'] | null = null;
    try {
      for await (const rendition of renditions) {
        const { bytes, mtimeMs } = note;
        reader.take(note, parseSource({ bytes, mtimeMs, ...rendition }, sentences));
        gave += 1;
      }
    } catch (error) {
      signal?.throwIfAborted();
      reason = error instanceof NotReadable ? error.reason : 'unreadable';
    }
    await reader.end(note, reason, gave);
    index += 1;
    if (performance.now() - pausedAt > 20) {
      // parsing is synchronous: others get their turn
      await setImmediate();
      report?.({ done: index, total: notes.length });
      pausedAt = performance.now();
    }
  }
  report?.({ done: notes.length, total: notes.length });
}

/** Files whose first part is read before its turn. */
const filesAhead = 16;

async function* openAhead(notes: readonly FoundNote[], signal: AbortSignal | undefined) {
  const opened = notes.slice(0, filesAhead).map((note) => open(note, signal));
  for (const [index, note] of notes.entries()) {
    const renditions = opened.shift();
    const next = notes[index + filesAhead];
    if (next) opened.push(open(next, signal));
    if (renditions) yield { note, renditions };
  }
}

/** Begins to read a file now; its fault is thrown where its parts are taken. */
function open(note: FoundNote, signal: AbortSignal | undefined): AsyncIterable<Rendition> {
  const parts = readRenditions(note, signal);
  const first = parts.next();
  first.catch(() => undefined);
  return (async function* () {
    for (let part = await first; !part.done; part = await parts.next()) yield part.value;
  })();
}
