import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { Walked } from './walk-vault.ts';

/** To be raised when the same file would now be read otherwise: then every vault is read anew once. */
const readerVersion = 1;
const filesAtOnce = 32;

/**
 * Tells whether a folder's files are the ones that were read last: a hash over names, sizes and times. The time of a file's last change of any kind
 * (`ctime`) is set by the system alone, so that a file put back with its old time is seen, too.
 */
export async function folderStamp({ notes, others, ignored }: Walked): Promise<string> {
  const queue = new PQueue({ concurrency: filesAtOnce });
  const lines = await queue.addAll(
    notes.map(({ path, file }) => async () => {
      const info = await stat(file, { bigint: true }).catch(() => null);
      return `${path}\0${info?.size ?? ''}\0${info?.mtimeNs ?? ''}\0${info?.ctimeNs ?? ''}`;
    }),
  );
  const names = others.map(({ path, kind }) => `${kind}\0${path}`).toSorted();
  const hash = createHash('sha256').update(JSON.stringify([readerVersion, ignored]));
  for (const line of [...lines, ...names]) hash.update(`\n${line}`);
  return hash.digest('hex');
}
