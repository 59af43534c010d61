// @ts-check
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * One hash over the names and bytes of files and folders, so that an unchanged clone builds nothing.
 * @param {string} root
 * @param {readonly string[]} places relative to the root; one that is not there counts as such
 */
export function hashSources(root, places) {
  const hash = createHash('sha256');
  for (const file of places.flatMap((place) => listFiles(root, place))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} place
 * @returns {string[]} in a fixed order
 */
export function listFiles(root, place) {
  const stat = statSync(path.join(root, place), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (stat.isFile()) return [place];
  return readdirSync(path.join(root, place))
    .sort()
    .flatMap((name) => listFiles(root, path.posix.join(place, name)));
}
