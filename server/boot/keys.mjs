// @ts-check
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Who may come in. The home's key lies in a file of mode 600; a browser never holds it, only a value derived from it,
 * and gets that by a start key which works once.
 * @typedef {object} Keys
 * @property {string} cookieName named after the home: browsers do not tell ports apart
 * @property {() => string} cookieValue
 * @property {(value: string | undefined) => boolean} isCookie
 * @property {(value: string | undefined) => boolean} isKey
 * @property {() => string} makeStartKey
 * @property {(value: string) => boolean} takeStartKey true once for each start key
 * @property {() => void} renew every cookie and link made before is void
 */

/**
 * @param {string} home
 * @returns {Keys}
 */
export function createKeys(home) {
  const file = keyFile(home);
  let key = readKey(home) ?? writeKey(file);
  /** @type {Set<string>} */
  const startKeys = new Set();
  const cookieValue = () => createHmac('sha256', key).update('scenefield cookie').digest('base64url');
  return {
    cookieName: `scenefield-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`,
    cookieValue,
    isCookie: (value) => isSame(value, cookieValue()),
    isKey: (value) => isSame(value, key),
    makeStartKey() {
      const startKey = randomBytes(24).toString('base64url');
      startKeys.add(startKey);
      return startKey;
    },
    takeStartKey: (value) => startKeys.delete(value),
    renew() {
      key = writeKey(file);
      startKeys.clear();
    },
  };
}

/**
 * The key with which the command and a second start speak to the running app.
 * @param {string} home
 */
export function readKey(home) {
  try {
    const key = readFileSync(keyFile(home), 'utf8').trim();
    return key.length >= 32 ? key : null;
  } catch {
    return null;
  }
}

/** @param {string} home */
function keyFile(home) {
  return path.join(home, 'secrets', 'key');
}

/** @param {string} file */
function writeKey(file) {
  const key = randomBytes(32).toString('base64url');
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, key, { mode: 0o600 });
  renameSync(draft, file);
  return key;
}

/**
 * @param {string | undefined} given
 * @param {string} expected
 */
function isSame(given, expected) {
  const digest = (/** @type {string} */ text) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(expected));
}
