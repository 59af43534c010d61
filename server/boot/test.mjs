// @ts-check
/** `npm test [-- STEP…]`: set-up, then every check. A failing step hides no other; the last line is the sum. */
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findFolders } from './home-folder.mjs';
import { findMissing } from './prerequisites.mjs';
import { runTool, ToolFailed } from './run-tool.mjs';
import { projectRoot as root, setUp, SetUpFailed } from './set-up.mjs';
import { sayMissing, sayWhatIsFetched, setUpReporter } from './terminal.mjs';
import { fill, terminalLanguage, wordsIn } from './words.mjs';

/**
 * @typedef {{ passed: number, failures: { name: string, message: string }[], skips: { name: string, reason: string }[] }} Summary
 * @typedef {keyof typeof words.checks} Step
 */

const words = wordsIn(terminalLanguage(process.env));
const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
const env = testEnvironment();
/** @type {Record<Step, readonly string[]>} */
const commands = {
  format: ['oxfmt/bin/oxfmt', '--check', '.'],
  lint: ['oxlint/bin/oxlint', '--deny-warnings'],
  types: ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'],
  unused: ['knip/bin/knip.js', '--no-progress'],
  licences: ['licensee/licensee', '--production', '--errors-only'],
  unit: vitest('unit'),
  graph: vitest('graph'),
  model: vitest('model'),
  e2e: ['@playwright/test/cli.js', 'test', '--reporter=./server/boot/playwright-summary.mjs'],
};
const asked = process.argv.slice(2);
const steps = /** @type {Step[]} */ (Object.keys(commands)).filter(
  (step) => asked.length === 0 || asked.includes(step),
);

process.exitCode = await main();

async function main() {
  const missing = await findMissing(env);
  if (missing.length > 0) {
    sayMissing(missing, words, say);
    return 1;
  }
  const { home, cache } = findFolders(env);
  sayWhatIsFetched({ home, cache, root, env, words, say, withBrowser: steps.includes('e2e') });
  const total = { passed: 0, failed: 0, skipped: 0 };
  if (!(await prepare(['packages', 'server']))) return finish({ ...total, failed: 1 });
  for (const step of steps) {
    if (step === 'e2e' && !(await prepare(['page', 'browser']))) {
      total.failed += 1;
      continue;
    }
    const summary = await runStep(step);
    total.passed += summary.passed;
    total.failed += summary.failures.length;
    total.skipped += summary.skips.length;
  }
  return finish(total);
}

/** @param {{ passed: number, failed: number, skipped: number }} total */
function finish({ passed, failed, skipped }) {
  say(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
}

/** @param {readonly import('./set-up.mjs').Need[]} need */
async function prepare(need) {
  const tell = setUpReporter(words, say);
  try {
    await setUp({
      need,
      report(part) {
        if (part.step === 'browser' && part.state === 'done') env['CHROMIUM_PATH'] = part.detail;
        tell(part);
      },
    });
    return true;
  } catch (error) {
    if (!(error instanceof SetUpFailed)) throw error;
    return false;
  }
}

/**
 * @param {Step} step
 * @returns {Promise<Summary>}
 */
async function runStep(step) {
  const began = performance.now();
  const [script = '', ...parameters] = commands[step];
  const file = path.join(root, 'build', `tests-${step}.json`);
  rmSync(file, { force: true });
  let output = '';
  let hasFailed = false;
  try {
    output = await runTool(process.execPath, [path.join(root, 'node_modules', script), ...parameters], {
      folder: root,
      env: { ...env, SCENEFIELD_TEST_SUMMARY: file },
    });
  } catch (error) {
    if (!(error instanceof ToolFailed)) throw error;
    output = error.output;
    hasFailed = true;
  }
  const summary = readSummary(file);
  // A tool that fails without naming a test (a set-up, a syntax error, lint itself) counts as one.
  if (hasFailed && summary.failures.length === 0)
    summary.failures.push({ name: step, message: output.trim() });
  sayStep(step, summary, (performance.now() - began) / 1000);
  return summary;
}

/**
 * @param {Step} step
 * @param {Summary} summary
 * @param {number} seconds
 */
function sayStep(step, { passed, failures, skips }, seconds) {
  const state = failures.length === 0 ? words.states.done : words.states.failed;
  const counts =
    passed + failures.length + skips.length === 0
      ? ''
      : ` (${passed} / ${failures.length} / ${skips.length})`;
  say(`${words.checks[step]}: ${state}${counts}, ${fill(words.seconds, { seconds: seconds.toFixed(1) })}`);
  for (const { name, message } of failures) say(`  ✗ ${name}\n${indent(message)}`);
  for (const { name, reason } of skips) say(`  – ${name}: ${reason}`);
}

/** @param {string} text */
function indent(text) {
  return text.replace(/^/gm, '      ');
}

/**
 * @param {string} file
 * @returns {Summary}
 */
function readSummary(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failures: [], skips: [] };
  }
}

/** @param {string} project */
function vitest(project) {
  const reporter = '--reporter=./server/boot/vitest-summary.mjs';
  return ['vitest/vitest.mjs', 'run', '--project', project, '--passWithNoTests', reporter];
}

/** A person's own graph and home are none of the tests' business. */
function testEnvironment() {
  /** @type {NodeJS.ProcessEnv} */
  const clean = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', SCENEFIELD_OPEN: '0', NO_COLOR: '1' };
  // The small writing model is enough, and quick.
  clean['SCENEFIELD_WRITE_MODEL'] ??= 'qwen2.5-coder-0.5b-instruct-q4_k_m';
  for (const name of Object.keys(clean))
    if (name.startsWith('NEO4J_') || name === 'SCENEFIELD_HOME') delete clean[name];
  return clean;
}
