// @ts-check
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeLock } from './home-lock.mjs';
import { buildPage, buildServer } from './set-up-build.mjs';
import { installPackages } from './set-up-packages.mjs';
import { findBrowser } from './set-up-browser.mjs';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @typedef {'packages' | 'server' | 'page' | 'browser'} Need
 * @typedef {object} Progress
 * @property {Need} step
 * @property {'running' | 'done' | 'failed'} state
 * @property {number} seconds
 * @property {number} [done] files fetched
 * @property {number} [total]
 * @property {boolean} [isSkipped] it was there already
 * @property {string} [detail] a tool's own words when it failed, or the place of what was found
 *
 * @callback Work
 * @param {{ root: string, signal: AbortSignal | undefined, tell: (part: { done?: number, total?: number, detail?: string }) => void }} context
 * @returns {Promise<{ isSkipped: boolean, detail?: string }>}
 */

/** @type {Record<Need, Work>} */
const steps = { packages: installPackages, server: buildServer, page: buildPage, browser: findBrowser };

export class SetUpFailed extends Error {
  /**
   * @param {Need} step
   * @param {string} detail
   */
  constructor(step, detail) {
    super(`set-up failed at ${step}`);
    this.step = step;
    this.detail = detail;
  }
}

/**
 * Brings a clone to where it can run; what is already there is not done again. One set-up at a time works on a clone, others wait for it.
 * @param {{ need: readonly Need[], report: (progress: Progress) => void, signal?: AbortSignal, root?: string }} options
 * @returns {Promise<void>}
 */
export async function setUp({ need, report, signal, root = projectRoot }) {
  const release = await lockClone(root, signal);
  try {
    for (const step of need) await runStep(step, { root, report, signal });
  } finally {
    release();
  }
}

/**
 * @param {Need} step
 * @param {{ root: string, report: (progress: Progress) => void, signal: AbortSignal | undefined }} options
 */
async function runStep(step, { root, report, signal }) {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  /** @param {{ done?: number, total?: number, detail?: string }} part */
  const tell = (part) => report({ step, state: 'running', seconds: seconds(), ...part });
  tell({});
  try {
    const outcome = await steps[step]({ root, signal, tell });
    report({ step, state: 'done', seconds: seconds(), ...outcome });
  } catch (error) {
    if (signal?.aborted) throw error;
    const detail = outputOf(error);
    report({ step, state: 'failed', seconds: seconds(), detail });
    throw new SetUpFailed(step, detail);
  }
}

/** @param {unknown} error */
function outputOf(error) {
  const output = error instanceof Error ? Reflect.get(error, 'output') : undefined;
  return typeof output === 'string' && output !== '' ? output.trim() : String(error);
}

/**
 * @param {string} root
 * @param {AbortSignal | undefined} signal
 */
async function lockClone(root, signal) {
  const folder = path.join(root, 'build');
  mkdirSync(folder, { recursive: true });
  for (;;) {
    const lock = takeLock(path.join(folder, 'set-up.lock'));
    if (lock.held) return lock.release;
    signal?.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
