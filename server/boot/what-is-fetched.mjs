// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * What comes over the network, as measured; megabytes of 10⁶ bytes. Known before anything is built, so it stands here too:
 * a test holds it against the manifest of `models/` and the host's pom.xml.
 */
export const sizes = {
  packages: 680,
  jars: 135,
  weights: /** @type {Record<string, { role: 'embed' | 'write', megabytes: number }>} */ ({
    'multilingual-e5-small-q4': { role: 'embed', megabytes: 91 },
    'qwen2.5-coder-0.5b-instruct-q4_k_m': { role: 'write', megabytes: 478 },
    'qwen2.5-coder-1.5b-instruct-q4_k_m': { role: 'write', megabytes: 1100 },
  }),
  /** memory from which the larger writing model is taken, as in models/choice.ts; bytes */
  roomForLarger: 6e9,
};

/**
 * @typedef {{ what: 'fetchPackages' | 'fetchJars' | 'fetchEmbed' | 'fetchWrite', megabytes: number, place: string, version: string }} Fetch
 *
 * @typedef {object} Places
 * @property {string} home
 * @property {string} cache
 * @property {string} root
 * @property {Record<string, string | undefined>} env
 * @property {boolean} arePackagesThere
 */

/**
 * What a start will fetch, of that which is not there yet.
 * @param {Places} places
 * @returns {Fetch[]}
 */
export function findFetches({ home, cache, root, env, arePackagesThere }) {
  /** @type {Fetch[]} */
  const fetches = [];
  if (!arePackagesThere) {
    const place = path.join(root, 'node_modules');
    fetches.push({ what: 'fetchPackages', megabytes: sizes.packages, place, version: '' });
  }
  const version = neo4jVersion(root);
  const jars = path.join(cache, 'neo4j', version, 'jars');
  if (!env['NEO4J_URI'] && !existsSync(jars))
    fetches.push({ what: 'fetchJars', megabytes: sizes.jars, place: path.dirname(jars), version });
  for (const id of chosenModels(home, env)) {
    const weights = sizes.weights[id];
    const place = path.join(cache, 'models');
    if (weights === undefined || existsSync(path.join(place, `${id}.gguf`))) continue;
    const what = weights.role === 'embed' ? 'fetchEmbed' : 'fetchWrite';
    fetches.push({ what, megabytes: weights.megabytes, place, version: '' });
  }
  return fetches;
}

/** @param {string} root */
function neo4jVersion(root) {
  const pom = readFileSync(path.join(root, 'server', 'boot', 'neo4j-host', 'pom.xml'), 'utf8');
  return /<neo4j\.version>([^<]+)</.exec(pom)?.[1] ?? '';
}

/**
 * Variables beat Settings, Settings beat what fits the machine: as models/choice.ts decides.
 * @param {string} home
 * @param {Record<string, string | undefined>} env
 */
function chosenModels(home, env) {
  const { embedModel, writeModel } = storedModels(home);
  const memory = Math.min(os.freemem(), process.availableMemory?.() ?? Infinity);
  const writer = memory >= sizes.roomForLarger ? '1.5b' : '0.5b';
  return [
    env['SCENEFIELD_EMBED_MODEL'] || embedModel || 'multilingual-e5-small-q4',
    env['SCENEFIELD_WRITE_MODEL'] || writeModel || `qwen2.5-coder-${writer}-instruct-q4_k_m`,
  ];
}

/**
 * @param {string} home
 * @returns {{ embedModel?: string | null, writeModel?: string | null }}
 */
function storedModels(home) {
  try {
    return JSON.parse(readFileSync(path.join(home, 'settings.json'), 'utf8'));
  } catch {
    return {};
  }
}
