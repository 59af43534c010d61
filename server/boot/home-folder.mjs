// @ts-check
import { accessSync, chmodSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import path from 'node:path';

/**
 * The same places as `env-paths` gives with `{ suffix: '' }`, found without it: the start needs them before any package is there.
 * @param {Record<string, string | undefined>} env
 * @returns {{ home: string, cache: string }}
 */
export function findFolders(env) {
  const folders = platformFolders(env);
  return {
    home: path.resolve(env['SCENEFIELD_HOME'] || folders.data),
    cache: path.resolve(env['SCENEFIELD_CACHE'] || folders.cache),
  };
}

/** @param {Record<string, string | undefined>} env */
function platformFolders(env) {
  const own = homedir();
  if (platform() === 'darwin') {
    return {
      data: path.join(own, 'Library', 'Application Support', 'scenefield'),
      cache: path.join(own, 'Library', 'Caches', 'scenefield'),
    };
  }
  if (platform() === 'win32') {
    const local = env['LOCALAPPDATA'] || path.join(own, 'AppData', 'Local');
    return {
      data: path.join(local, 'scenefield', 'Data'),
      cache: path.join(local, 'scenefield', 'Cache'),
    };
  }
  return {
    data: path.join(env['XDG_DATA_HOME'] || path.join(own, '.local', 'share'), 'scenefield'),
    cache: path.join(env['XDG_CACHE_HOME'] || path.join(own, '.cache'), 'scenefield'),
  };
}

/**
 * Makes the home (0700) and proves that it can be written to.
 * @param {string} home
 * @returns {{ ok: true } | { ok: false, code: 'home_not_writable' | 'disk_full', values: { home: string, detail: string } }}
 */
export function prepareHome(home) {
  const probe = path.join(home, `.probe-${process.pid}`);
  try {
    makeFolder(path.join(home, 'secrets'));
    makeFolder(path.join(home, 'logs'));
    chmodSync(home, 0o700);
    accessSync(home, constants.W_OK);
    // A full disk lets an empty file be made: only bytes tell.
    writeFileSync(probe, Buffer.alloc(64 * 1024));
    return { ok: true };
  } catch (error) {
    const reason = /** @type {NodeJS.ErrnoException} */ (error);
    const full = reason.code === 'ENOSPC' || reason.code === 'EDQUOT';
    return {
      ok: false,
      code: full ? 'disk_full' : 'home_not_writable',
      values: { home, detail: reason.code ?? reason.message },
    };
  } finally {
    removeQuietly(probe);
  }
}

/**
 * Step by step: Node's own `recursive` never ends where the system says that a folder cannot be (as under /proc).
 * @param {string} folder
 */
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** @param {string} file */
function removeQuietly(file) {
  try {
    rmSync(file, { force: true });
  } catch {
    // The folder itself may be unreachable: that was told above.
  }
}
