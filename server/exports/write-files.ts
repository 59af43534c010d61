import { createHash } from 'node:crypto';
import { mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';
import { toFileFault } from '../backup/file-fault.ts';
import type { ExportedFile } from './export-format.ts';
import { encoded } from './write-zip.ts';

export interface Written {
  files: number;
  bytes: number;
  digest: string;
  /** left as they are: they were there already */
  kept: string[];
}

/** Pieces are gathered to this before they are written. Bytes. */
const block = 256 * 1024;

/** One file, whole or not at all; what has that name is replaced. @throws AppError disk_full, file_unreadable, cancelled */
export async function writeOneFile(
  file: string,
  pieces: Iterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<Written> {
  const draft = `${file}.${process.pid}.part`;
  const hash = createHash('sha256');
  try {
    const handle = await open(draft, 'w');
    let bytes = 0;
    try {
      for (const part of gathered(pieces)) {
        if (signal?.aborted) throw new AppError('cancelled');
        hash.update(part);
        bytes += part.length;
        await handle.writeFile(part);
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
    return { files: 1, bytes, digest: hash.digest('hex'), kept: [] };
  } catch (error) {
    throw toFileFault(error, file);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** Files into a folder, none of them over one that is there. @throws AppError disk_full, file_unreadable, cancelled */
export async function writeIntoFolder(
  folder: string,
  files: Iterable<ExportedFile>,
  signal?: AbortSignal,
): Promise<Written> {
  const hash = createHash('sha256');
  const written: Written = { files: 0, bytes: 0, digest: '', kept: [] };
  try {
    await mkdir(folder, { recursive: true });
    const root = await realpath(folder);
    for (const { path: inside, text } of files) {
      if (signal?.aborted) throw new AppError('cancelled');
      const target = path.join(root, ...inside.split('/'));
      await mkdir(path.dirname(target), { recursive: true });
      // A folder of that name may be a link to somewhere else.
      const at = await realpath(path.dirname(target));
      if (at !== root && !at.startsWith(root + path.sep))
        throw new AppError('file_unreadable', { values: { path: target, detail: 'ELOOP' } });
      const bytes = Buffer.concat([...encoded(text)]);
      if (!(await isNew(target, bytes))) {
        written.kept.push(inside);
        continue;
      }
      hash.update(bytes);
      written.files += 1;
      written.bytes += bytes.length;
    }
    return { ...written, digest: hash.digest('hex') };
  } catch (error) {
    throw toFileFault(error, folder);
  }
}

/** Writes it if nothing has that name; a file that could not be written whole goes again. */
async function isNew(file: string, bytes: Buffer): Promise<boolean> {
  let handle;
  try {
    handle = await open(file, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    await handle.writeFile(bytes);
    await handle.close();
    return true;
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(file, { force: true });
    throw error;
  }
}

function* gathered(pieces: Iterable<Uint8Array>): Generator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    parts.push(piece);
    length += piece.length;
    if (length < block) continue;
    yield Buffer.concat(parts);
    parts = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(parts);
}
