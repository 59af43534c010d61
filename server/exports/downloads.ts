import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../graph-schema/app-error.ts';

/** A file that nobody has fetched for so long is nobody's. */
const keptMs = 3_600_000;

/** Files of exports that wait in the home to be fetched, each in a folder called by its job. */
export interface Downloads {
  folder: string;
  /** @throws AppError not_found */
  find(jobId: string): Promise<{ file: string; bytes: number }>;
  /** Takes away what is old. */
  tidy(): Promise<void>;
  /** Notes leave no trace here after an erase or a new start. */
  clear(): Promise<void>;
}

export function openDownloads(home: string): Downloads {
  const folder = path.join(home, 'exports');
  return {
    folder,
    async find(jobId) {
      const missing = new AppError('not_found', { values: { id: jobId } });
      if (!/^[\w-]{1,64}$/.test(jobId)) throw missing;
      const names = await readdir(path.join(folder, jobId)).catch(() => []);
      const name = names.find((one) => !one.endsWith('.part'));
      if (name === undefined) throw missing;
      const file = path.join(folder, jobId, name);
      return { file, bytes: (await stat(file)).size };
    },
    async tidy() {
      for (const name of await readdir(folder).catch(() => [])) {
        const old = path.join(folder, name);
        const { mtimeMs } = await stat(old);
        if (Date.now() - mtimeMs > keptMs) await rm(old, { recursive: true, force: true });
      }
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}
