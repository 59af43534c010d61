// @ts-check
import path from 'node:path';

/** Sizes as measured, megabytes of 10⁶ bytes. The manifest of `models/` and the host's pom.xml hold the exact ones: a test compares. */
export const packagesMegabytes = 260;

/**
 * @typedef {{ what: 'fetchPackages' | 'fetchJars' | 'fetchEmbed' | 'fetchWrite', megabytes: number, place: string, version: string }} Fetch
 */

/**
 * @param {{ cache: string, root: string, env: NodeJS.ProcessEnv, arePackagesThere: boolean }} options
 * @returns {Fetch[]}
 */
export function findFetches({ root, arePackagesThere }) {
  /** @type {Fetch[]} */
  const fetches = [];
  if (!arePackagesThere) {
    fetches.push({
      what: 'fetchPackages',
      megabytes: packagesMegabytes,
      place: path.join(root, 'node_modules'),
      version: '',
    });
  }
  return fetches;
}
