import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const Stamp = z.object({ bytes: z.number(), mtimeMs: z.number(), sha256: z.string() });

export interface Hashed {
  bytes: number;
  sha256: string;
}

/**
 * The file's size and hash; null when there is no such file. Hashed once: a stamp beside it (or at `stampPath`) holds the result for as long
 * as size and time of change stay.
 */
export async function hashOnce(path: string, stampPath = `${path}.verified`): Promise<Hashed | null> {
  const found = await stat(path).catch(() => null);
  if (found === null || !found.isFile()) return null;
  const stamp = await readStamp(stampPath);
  if (stamp !== null && stamp.bytes === found.size && stamp.mtimeMs === found.mtimeMs) return stamp;
  const sha256 = await sha256Of(path);
  await writeFile(stampPath, JSON.stringify({ bytes: found.size, mtimeMs: found.mtimeMs, sha256 }));
  return { bytes: found.size, sha256 };
}

export async function sha256Of(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    signal?.throwIfAborted();
    hash.update(chunk);
  }
  return hash.digest('hex');
}

async function readStamp(path: string): Promise<z.infer<typeof Stamp> | null> {
  try {
    return Stamp.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return null;
  }
}
