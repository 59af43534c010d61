import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { AppError } from '../../graph-schema/app-error.ts';
import type { Graph } from '../graph/graph.ts';
import { backupVersion, type EndLine, type Header } from './backup-line.ts';
import { toFileFault } from './file-fault.ts';
import { readFieldLines } from './read-field-lines.ts';

export interface BackupOptions {
  /** absolute path; what is there is replaced once the new one is whole */
  file: string;
  signal?: AbortSignal;
  report?: (progress: { done: number }) => void;
}

export interface BackupResult {
  file: string;
  bytes: number;
  digest: string;
  seconds: number;
  nodes: number;
  relations: number;
}

/**
 * Writes everything that is ours into one file: nodes and links with their ids, decisions, changes, positions, vectors.
 * Changes wait meanwhile, so that the file is one moment of the field.
 * @throws AppError disk_full, bad_input (a place that cannot be written to), cancelled
 */
export async function backupField(
  { graph }: { graph: Graph },
  options: BackupOptions,
): Promise<BackupResult> {
  const beganMs = performance.now();
  const { file } = options;
  const draft = `${file}.${process.pid}.part`;
  try {
    // Run again after a transient fault it begins the draft anew.
    const end = await graph.write((tx) => writeDraft(draft, readFieldLines(tx), options));
    await rename(draft, file);
    const { size: bytes } = await stat(file);
    return { file, bytes, ...end, seconds: (performance.now() - beganMs) / 1000 };
  } catch (error) {
    throw toFileFault(error, file);
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

async function writeDraft(
  draft: string,
  {
    header,
    lines,
  }: { header: () => Promise<Omit<Header, 'scenefield' | 'version'>>; lines: AsyncIterable<string> },
  { signal, report }: BackupOptions,
): Promise<EndLine> {
  const gzip = createGzip({ level: 6 });
  const target = createWriteStream(draft, { mode: 0o600 });
  const written = pipeline(gzip, target);
  // Heard here too: a fault may come while lines are still read, and is thrown where the next one is put.
  written.catch(() => undefined);
  const put = async (text: string) => {
    if (gzip.destroyed) await written;
    if (!gzip.write(text)) await Promise.race([once(gzip, 'drain'), written]);
  };
  const digest = createHash('sha256');
  const count = { nodes: 0, relations: 0 };
  try {
    await put(`${JSON.stringify({ scenefield: 'backup', version: backupVersion, ...(await header()) })}\n`);
    for await (const line of lines) {
      if (signal?.aborted) throw new AppError('cancelled');
      digest.update(line);
      if (line.startsWith('{"node"')) count.nodes++;
      else count.relations++;
      await put(line);
      report?.({ done: count.nodes + count.relations });
    }
    const end: EndLine = { ...count, digest: `sha256:${digest.digest('hex')}` };
    await put(`${JSON.stringify(end)}\n`);
    gzip.end();
    await written;
    await flush(draft);
    return end;
  } catch (error) {
    gzip.destroy();
    target.destroy();
    throw error;
  }
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  await handle.sync().finally(() => handle.close());
}
