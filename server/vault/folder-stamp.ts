import { createHash } from 'node:crypto';
import type { Walked } from './walk-vault.ts';

/** To be raised when the same file would now be read otherwise: then every vault is read anew once. */
export const readerVersion = 4;

/** Tells whether a folder's files are the ones that were read last: a hash over their names and stamps. */
export function folderStamp({ notes, others, ignored }: Walked): string {
  const names = others.map(({ path, kind }) => `${kind}\0${path}`).toSorted();
  const hash = createHash('sha256').update(JSON.stringify([readerVersion, ignored]));
  for (const { path, stamp } of notes) hash.update(`\n${path}\0${stamp ?? Math.random()}`);
  for (const name of names) hash.update(`\n${name}`);
  return hash.digest('hex');
}
