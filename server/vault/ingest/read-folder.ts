import { groupBy } from '../../field/group-by.ts';
import { digest } from '../ids.ts';
import type { ParsedPassage, ParsedSource, SourceOutline } from '../parsed.ts';
import type { OtherFile } from '../resolve/other-files.ts';
import { problemsOf, readNotes, type ScanOptions, type SkippedNote } from '../scan.ts';
import type { FoundNote, Walked } from '../walk-vault.ts';
import type { StoredSource } from './stored.ts';

/** A source as this ingest knows it. Its text is not kept: a vault of any size is read in bounded memory. */
export interface ReadSource {
  outline: SourceOutline;
  note: FoundNote;
  /** null: its file is the one that was read before */
  parts: SourceParts | null;
  /** what was stored of it, when its file is the one that was read before */
  stored: StoredSource | null;
  /** sources that its file gave, and why the rest of the file could not be read */
  file: { gave: number; reason: SkippedNote['reason'] | null };
}

/** What only reading a source's file tells. */
export type SourceParts = Pick<ParsedSource, 'mentions' | 'constructs'> & {
  passages: (ParsedPassage & { hash: string })[];
};

export interface FolderReading {
  sources: ReadSource[];
  skipped: SkippedNote[];
  others: OtherFile[];
  ignored: Walked['ignored'];
  texts: TextKeeper;
}

/** What an earlier ingest knew of the folder's files. */
export interface KnownFiles {
  sources: readonly StoredSource[];
  others: readonly OtherFile[];
}

export interface ReadText {
  read: ReadSource;
  /** null: there was no room to keep it */
  text: string | null;
}

export interface ReadOptions extends ScanOptions {
  /** hears what each file gave, in order, and takes its texts; the next file waits for it */
  onRead?: (sources: readonly ReadText[]) => Promise<void>;
}

/** Reads the files of a vault that are not the ones that were read last. */
export async function readFolder(
  walked: Walked,
  known: KnownFiles,
  { onRead, ...options }: ReadOptions,
): Promise<FolderReading> {
  const stored = groupBy(known.sources, ({ file }) => file);
  const untouched = findUntouched(walked.notes, { stored, others: known.others });
  const shut = walked.unreadable.map((folder) => ({ folder, files: filesBelow(folder.path, stored) }));
  const skipped: SkippedNote[] = shut.map(({ folder, files }) => ({ ...folder, kept: files.length > 0 }));
  const others = [...walked.others];
  const texts = keepTexts();
  const byNote = new Map<FoundNote, ReadSource[]>();
  const end = (note: FoundNote, reason: SkippedNote['reason'] | null) => {
    if (reason === 'unreadable' && !byNote.has(note)) byNote.set(note, asStored(note, stored));
    const sources = byNote.get(note) ?? [];
    if (reason !== null) skipped.push({ path: note.path, reason, kept: sources.length > 0 });
    for (const source of sources) source.file = { gave: sources.length, reason };
    if (sources.length > 0) return;
    const { path, stamp } = note;
    others.push({ path, kind: reason === null ? 'attachment' : 'skipped', stamp, reason });
  };
  for (const [note, { sources, reason }] of untouched) {
    byNote.set(note, sources);
    end(note, reason);
  }
  await readNotes(
    walked.notes.filter((note) => !untouched.has(note)),
    {
      ...options,
      take(note, source) {
        const read = { ...readSource(note, source), stored: null, file: { gave: 0, reason: null } };
        const ofNote = byNote.get(note);
        if (ofNote) ofNote.push(read);
        else byNote.set(note, [read]);
        texts.keep(source);
      },
      async end(note, reason) {
        end(note, reason);
        const sources = byNote.get(note) ?? [];
        if (onRead && sources.length > 0)
          await onRead(sources.map((read) => ({ read, text: texts.take(read.outline) })));
      },
    },
  );
  const sources = [
    ...walked.notes.flatMap((note) => byNote.get(note) ?? []),
    ...shut
      .flatMap(({ files }) => files)
      .flatMap((path) => asStored({ path, file: path, bytes: 0, mtimeMs: 0, stamp: null }, stored)),
  ];
  skipped.push(...sources.flatMap(({ outline }) => problemsOf(outline)));
  skipped.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { sources, skipped, others, ignored: walked.ignored, texts };
}

/** A source without its text. */
export function readSource(note: FoundNote, source: ParsedSource) {
  const { text, passages, mentions, constructs, ...rest } = source;
  const outline = detached<SourceOutline>(rest);
  const parts: SourceParts = {
    mentions: detached(mentions),
    constructs,
    passages: passages.map((passage) => ({
      ...passage,
      hash: digest(text.slice(passage.start, passage.end)),
    })),
  };
  return { note, outline, parts };
}

/** A copy whose strings are its own: one cut from a text holds the whole text in memory. */
function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Files that are the ones that were read last, with what they gave. A file of which not everything was stored is read again. */
function findUntouched(
  notes: readonly FoundNote[],
  known: { stored: StoredByFile; others: readonly OtherFile[] },
) {
  const others = new Map(known.others.map((file) => [file.path, file]));
  const untouched = new Map<FoundNote, { sources: ReadSource[]; reason: SkippedNote['reason'] | null }>();
  for (const note of notes) {
    if (note.stamp === null) continue;
    const sources = asStored(note, known.stored).filter(({ stored }) => stored?.stamp === note.stamp);
    const file = sources[0]?.file;
    if (file !== undefined && file.gave === sources.length)
      untouched.set(note, { sources, reason: file.reason });
    const other = others.get(note.path);
    if (other?.stamp === note.stamp) untouched.set(note, { sources: [], reason: other.reason ?? null });
  }
  return untouched;
}

type StoredByFile = ReadonlyMap<string, readonly StoredSource[]>;

/**
 * What was stored of a file, as if it were read. What is there and cannot be read now (a disk's fault, a note that is still in the cloud) is no
 * deletion: it stays, and its file is tried again.
 */
function asStored(note: FoundNote, byFile: StoredByFile): ReadSource[] {
  return (byFile.get(note.path) ?? []).flatMap((source): ReadSource[] => {
    const { kept, stamp } = source;
    if (kept === null) return [];
    const read = stamp === note.stamp ? note : { ...note, stamp };
    return [{ outline: kept.outline, note: read, parts: null, stored: source, file: kept.file }];
  });
}

function filesBelow(folder: string, byFile: StoredByFile): string[] {
  return [...byFile.keys()].filter((file) => file.startsWith(`${folder}/`));
}

export interface TextKeeper {
  keep(source: ParsedSource): void;
  /** The text of a source that was read in this run, if there was room for it. */
  get(outline: SourceOutline): string | null;
  /** The same; it is kept no longer. */
  take(outline: SourceOutline): string | null;
}

/** UTF-16 units of text that are kept from reading to writing; what is beyond is read from its file once more. */
const mostKept = 32_000_000;

function keepTexts(): TextKeeper {
  const texts = new Map<string, string>();
  let kept = 0;
  return {
    keep({ path, text }) {
      if (kept + text.length > mostKept) return;
      kept += text.length;
      texts.set(path, text);
    },
    get: ({ path }) => texts.get(path) ?? null,
    take({ path }) {
      const text = texts.get(path) ?? null;
      texts.delete(path);
      kept -= text?.length ?? 0;
      return text;
    },
  };
}
