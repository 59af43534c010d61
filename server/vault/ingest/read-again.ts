import { digest } from '../ids.ts';
import { readRenditions } from '../importers/read-renditions.ts';
import { readNotes } from '../scan.ts';
import { type ReadSource, readSource, type SourceParts, type TextKeeper } from './read-folder.ts';

/**
 * The sources with their texts, in order. A file that changed or went since it was read is left out: the next reading has it.
 */
export async function* withTexts<T extends { read: ReadSource }>(
  sources: readonly T[],
  texts: TextKeeper,
): AsyncGenerator<T & { text: string }> {
  let left = new Map<string, T>();
  for (const [index, source] of sources.entries()) {
    const { outline, note } = source.read;
    const text = texts.get(outline);
    if (text !== null) yield { ...source, text };
    else left.set(outline.path, source);
    if (left.size === 0 || sources[index + 1]?.read.note === note) continue;
    // of one file: its parts come in one stream
    try {
      for await (const { path, text: words } of readRenditions(note)) {
        const found = left.get(path);
        if (found && digest(words) === found.read.outline.hash) yield { ...found, text: words };
      }
    } catch {
      // gone, or no longer readable
    }
    left = new Map();
  }
}

/** What only the files tell of sources that were read in an earlier run, by path. */
export async function readParts(
  sources: readonly ReadSource[],
  signal: AbortSignal | undefined,
): Promise<Map<string, SourceParts>> {
  const parts = new Map<string, SourceParts>();
  const wanted = new Map(sources.map(({ outline }) => [outline.path, outline.hash]));
  await readNotes([...new Set(sources.map(({ note }) => note))], {
    ...(signal && { signal }),
    take(note, source) {
      if (wanted.get(source.path) === source.hash) parts.set(source.path, readSource(note, source).parts);
    },
    end: () => undefined,
  });
  return parts;
}
