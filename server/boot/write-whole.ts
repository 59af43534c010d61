import { rename, rm, writeFile } from 'node:fs/promises';
import { toFileFault } from '../backup/file-fault.ts';

/** Writes a file of the home whole or not at all, for its owner's eyes only (mode 600). @throws AppError disk_full, file_unreadable */
export async function writeWhole(file: string, content: unknown): Promise<void> {
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw toFileFault(error, file);
  }
}
