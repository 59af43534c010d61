// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTool, ToolFailed } from './run-tool.mjs';

/** Inside node_modules, so that it goes when they go. */
const stampFile = 'node_modules/.scenefield-installed';

/**
 * Installs exactly what the lock says, unless that is what is there.
 * @type {import('./set-up.mjs').Work}
 */
export async function installPackages({ root, signal, tell }) {
  const lock = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  if (arePackagesInstalled(root)) return { isSkipped: true };
  const total = countOwnPackages(lock);
  let done = 0;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // NODE_ENV=production would leave the build's own tools out.
  const install = runTool(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=http'], {
    folder: root,
    env: { ...process.env, CI: 'true', ADBLOCK: '1' },
    ...(signal && { signal }),
    onLine(line) {
      if (/http (fetch|cache) .*\.tgz/.test(line)) tell({ done: ++done, total: Math.max(total, done) });
    },
  });
  await install.catch(keepReason);
  pruneBinaries(path.join(root, 'node_modules', '@node-llama-cpp'));
  writeFileSync(path.join(root, stampFile), hashOf(lock));
  return { isSkipped: false };
}

/**
 * Those of the lock that are for this system: the others stay where they are.
 * @param {string} lock
 */
function countOwnPackages(lock) {
  /** @type {{ packages: Record<string, { integrity?: string, os?: string[], cpu?: string[] }> }} */
  const { packages } = JSON.parse(lock);
  return Object.values(packages).filter(
    ({ integrity, os = [process.platform], cpu = [process.arch] }) =>
      integrity !== undefined && os.includes(process.platform) && cpu.includes(process.arch),
  ).length;
}

/**
 * npm says why it failed among every request it made and a page of its own usage: only the reason is shown.
 * @param {unknown} error
 */
function keepReason(error) {
  if (error instanceof ToolFailed) {
    const said = error.output
      .split('\n')
      .flatMap((line) => /^npm error(?: (.*))?$/.exec(line)?.[1]?.trim() || []);
    const usage = said.findIndex((line) => /^(Clean install a project|Usage:)$/.test(line));
    error.output = (usage === -1 ? said : said.slice(0, usage)).slice(0, 12).join('\n') || error.output;
  }
  throw error;
}

/** @param {string} root */
export function arePackagesInstalled(root) {
  const stamp = path.join(root, stampFile);
  if (!existsSync(stamp)) return false;
  return readFileSync(stamp, 'utf8') === hashOf(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
}

/** @param {string} text */
function hashOf(text) {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * node-llama-cpp brings a binary for every machine (744 MB); those for other processors and for GPUs, which are not used, are taken away.
 * @param {string} folder
 */
function pruneBinaries(folder) {
  if (!existsSync(folder)) return;
  const system = { darwin: 'mac', win32: 'win' }[String(process.platform)] ?? 'linux';
  const own = `${system}-${process.arch}`;
  for (const name of readdirSync(folder)) {
    const isUsed = name === own || name === `${own}-metal`;
    if (!isUsed) rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}
