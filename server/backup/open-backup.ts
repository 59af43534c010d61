import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import { backupVersion, EndLine, Header, NodeLine, RelationLine } from './backup-line.ts';
import { toFileFault } from './file-fault.ts';

export type BackupLine = NodeLine | RelationLine;

export interface OpenedBackup {
  header: Header;
  end: EndLine;
  bytes: number;
  /** reads the file anew */
  lines(): AsyncIterable<BackupLine>;
}

/**
 * Reads a backup through, with every line checked, and only then lets it be used.
 * @throws AppError not_found, bad_input, backup_damaged, backup_newer
 */
export async function openBackup(file: string, signal?: AbortSignal): Promise<OpenedBackup> {
  try {
    const { size: bytes } = await stat(file);
    const digest = createHash('sha256');
    const count = { nodes: 0, relations: 0 };
    let header: Header | null = null;
    let end: EndLine | null = null;
    for await (const line of textLines(file)) {
      if (signal?.aborted) throw new AppError('cancelled');
      if (end !== null) throw damaged('text after the end');
      if (header === null) header = readHeader(line);
      else if (line.startsWith('{"nodes"')) end = EndLine.parse(JSON.parse(line));
      else {
        digest.update(`${line}\n`);
        count[parseLine(line) === 'node' ? 'nodes' : 'relations']++;
      }
    }
    if (header === null || end === null) throw damaged('cut short');
    if (end.digest !== `sha256:${digest.digest('hex')}`) throw damaged('digest');
    if (end.nodes !== count.nodes || end.relations !== count.relations) throw damaged('count');
    return { header, end, bytes, lines: () => readLines(file) };
  } catch (error) {
    throw toBackupFault(error, file);
  }
}

async function* readLines(file: string): AsyncGenerator<BackupLine> {
  for await (const line of textLines(file)) {
    if (line.startsWith('{"node":')) yield NodeLine.parse(JSON.parse(line));
    else if (line.startsWith('{"relation":')) yield RelationLine.parse(JSON.parse(line));
  }
}

/** Lines end at `\n` alone: a text may hold every other line end there is. */
async function* textLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  let rest = '';
  try {
    for await (const piece of source.pipe(gunzip).setEncoding('utf8')) {
      const lines = (rest + String(piece)).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    source.destroy();
  }
}

function readHeader(line: string): Header {
  const header = Header.safeParse(parseJson(line));
  if (!header.success) throw damaged('not a backup');
  if (header.data.version > backupVersion) {
    throw new AppError('backup_newer', { values: { found: header.data.version, known: backupVersion } });
  }
  return header.data;
}

function parseLine(line: string): 'node' | 'relation' {
  const value = parseJson(line);
  if (NodeLine.safeParse(value).success) return 'node';
  if (RelationLine.safeParse(value).success) return 'relation';
  throw damaged('unknown line');
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw damaged('not JSON');
  }
}

function damaged(detail: string): AppError {
  return new AppError('backup_damaged', { values: { detail } });
}

/** What zlib refuses is a damaged file; a file that cannot be opened is not. */
function toBackupFault(error: unknown, file: string): AppError {
  if (isAppError(error)) return error;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code.startsWith('Z_'))
    return new AppError('backup_damaged', { values: { detail: code }, cause: error });
  return toFileFault(error, file);
}
