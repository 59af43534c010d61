import { open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { z } from 'zod';

const Journal = z.object({ source: z.string(), parts: z.array(z.int().nonnegative()) });

/** A file that grows part by part. What is finished stays over a death of the process; a part that was torn is cut off and comes again. */
export interface Assembly {
  /** finished parts, and bytes on the disk */
  readonly parts: number;
  readonly bytes: number;
  /** Adds a whole part; `onBytes` hears the size of the file as it grows. */
  append(
    part: Readable,
    options?: { signal?: AbortSignal | undefined; onBytes?: (bytes: number) => void },
  ): Promise<void>;
  discard(): Promise<void>;
}

/**
 * Goes on with what an earlier run left for the same source, else begins anew. `keepTorn`: the source can go on inside a part, so the bytes of a
 * torn one stay too.
 */
export async function openAssembly(path: string, source: string, keepTorn = false): Promise<Assembly> {
  const journalPath = `${path}.json`;
  const size = (await stat(path).catch(() => null))?.size ?? 0;
  const journal = await readJournal(journalPath);
  const isOurs = journal?.source === source && sum(journal.parts) <= size;
  const parts = isOurs ? journal.parts : [];
  let bytes = isOurs && keepTorn ? size : sum(parts);
  await (await open(path, 'a')).close();
  await truncate(path, bytes);
  await writeFile(journalPath, JSON.stringify({ source, parts }));

  return {
    get parts() {
      return parts.length;
    },
    get bytes() {
      return bytes;
    },
    async append(part, { signal, onBytes } = {}) {
      const file = await open(path, 'a');
      try {
        const before = sum(parts);
        await pipeline(part, async (chunks: AsyncIterable<Uint8Array>) => {
          for await (const chunk of chunks) {
            signal?.throwIfAborted();
            await file.appendFile(chunk);
            bytes += chunk.length;
            onBytes?.(bytes);
          }
        });
        await file.sync();
        parts.push(bytes - before);
        await writeFile(journalPath, JSON.stringify({ source, parts }));
      } finally {
        await file.close();
      }
    },
    async discard() {
      await rm(path, { force: true });
      await rm(journalPath, { force: true });
    },
  };
}

async function readJournal(path: string): Promise<z.infer<typeof Journal> | null> {
  try {
    return Journal.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
