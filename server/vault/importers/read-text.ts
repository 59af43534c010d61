import { readFile } from 'node:fs/promises';
import { type Decoded, decodeNote } from '../decode.ts';
import { NotReadable, type VaultFile } from './importer.ts';

/** Bytes a note may have. A larger one is no note that a person reads; it is named in the report. */
export const largestNoteBytes = 16 * 1024 * 1024;

/** The file's text, whole. Throws NotReadable for what is too large or no text. */
export async function readText({ file, bytes }: VaultFile): Promise<Decoded> {
  if (bytes > largestNoteBytes) throw new NotReadable('too_large');
  const decoded = decodeNote(await readFile(file));
  if (decoded === null) throw new NotReadable('nul_bytes');
  return decoded;
}
