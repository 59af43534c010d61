import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A folder of notes for one test. */
export interface TemporaryVault {
  path: string;
  write(notePath: string, text: string | Uint8Array): Promise<void>;
  move(from: string, to: string): Promise<void>;
  remove(notePath: string): Promise<void>;
  delete(): Promise<void>;
}

export async function makeVault(notes: Record<string, string | Uint8Array> = {}): Promise<TemporaryVault> {
  const folder = await mkdtemp(path.join(tmpdir(), 'scenefield-vault-'));
  const at = (notePath: string) => path.join(folder, ...notePath.split('/'));
  const vault: TemporaryVault = {
    path: folder,
    async write(notePath, text) {
      await mkdir(path.dirname(at(notePath)), { recursive: true });
      await writeFile(at(notePath), text);
    },
    async move(from, to) {
      await mkdir(path.dirname(at(to)), { recursive: true });
      await rename(at(from), at(to));
    },
    remove: (notePath) => rm(at(notePath)),
    delete: () => rm(folder, { recursive: true, force: true }),
  };
  for (const [notePath, text] of Object.entries(notes)) await vault.write(notePath, text);
  return vault;
}
