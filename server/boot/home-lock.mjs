// @ts-check
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';

/**
 * Who holds a home (or a clone's set-up): a process, told from a later one of the same number by the moment it began.
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string} began
 * @property {string} [address] where the app that holds a home answers
 *
 * @typedef {{ held: true, release: () => void, tell: (more: { address: string }) => void } | { held: false, by: Holder }} Taken
 */

/** @param {string} home */
export function homeLockFile(home) {
  return path.join(home, 'running.json');
}

/**
 * Takes a lock file whole or not at all. One left by a process that is dead (also by kill -9) is taken over.
 * @param {string} file
 * @returns {Taken}
 */
export function takeLock(file) {
  const self = { pid: process.pid, began: beginningOf(process.pid) ?? '' };
  const draft = `${file}.${process.pid}`;
  try {
    for (;;) {
      writeFileSync(draft, JSON.stringify(self), { mode: 0o600 });
      try {
        linkSync(draft, file);
        return held(file, self);
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      }
      const by = readHolder(file);
      if (by !== null && isAlive(by)) return { held: false, by };
      removeStale(file, by);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * The live holder of a lock, if any.
 * @param {string} file
 * @returns {Holder | null}
 */
export function findHolder(file) {
  const holder = readHolder(file);
  return holder !== null && isAlive(holder) ? holder : null;
}

/**
 * @param {string} file
 * @param {Holder} self
 * @returns {Taken}
 */
function held(file, self) {
  return {
    held: true,
    tell(more) {
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, JSON.stringify({ ...self, ...more }), { mode: 0o600 });
      renameSync(draft, file);
    },
    release() {
      if (readHolder(file)?.pid === self.pid) rmSync(file, { force: true });
    },
  };
}

/**
 * Between reading a stale lock and removing it another process may have taken it over: what was moved away is looked at again.
 * @param {string} file
 * @param {Holder | null} stale
 */
function removeStale(file, stale) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    const moved = readHolder(aside);
    if (moved !== null && (moved.pid !== stale?.pid || moved.began !== stale.began)) linkSync(aside, file);
  } catch {
    // Someone else was quicker: the next round sees whom.
  } finally {
    rmSync(aside, { force: true });
  }
}

/**
 * @param {string} file
 * @returns {Holder | null}
 */
function readHolder(file) {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8'));
    return typeof holder.pid === 'number' && typeof holder.began === 'string' ? holder : null;
  } catch {
    return null;
  }
}

/** @param {Holder} holder */
function isAlive({ pid, began }) {
  return beginningOf(pid) === began;
}

/**
 * When a process began, as its system tells it (Linux: clock ticks since the machine's start); null when there is none.
 * @param {number} pid
 */
function beginningOf(pid) {
  try {
    if (process.platform === 'linux') {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      // Fields after the name, which may itself hold spaces and brackets: state is the 3rd of proc(5), starttime the 22nd.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return fields[0] === 'Z' ? null : (fields[19] ?? null);
    }
    process.kill(pid, 0);
    if (process.platform === 'win32') return '';
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}
