// @ts-check
import { arePackagesInstalled } from './set-up-packages.mjs';
import { findFetches } from './what-is-fetched.mjs';
import { fill } from './words.mjs';

/** @typedef {ReturnType<typeof import('./words.mjs').wordsIn>} Words */

/**
 * All that is missing at once, each with the command that brings it.
 * @param {readonly import('./prerequisites.mjs').Missing[]} missing
 * @param {Words} words
 * @param {(line: string) => void} say
 */
export function sayMissing(missing, words, say) {
  say(words.missing);
  for (const { name, found, cure } of missing) {
    const seen = found === null ? '' : ` (${fill(words.found, { found })})`;
    say(`  ${words.prerequisites[name]}${seen}: ${cure}`);
  }
  say(words.missingCure);
  if (missing.some(({ name }) => name !== 'node')) say(words.missingOwn);
}

/**
 * How much will come over the network and where it will lie, before anything is fetched.
 * @param {{ home: string, cache: string, root: string, env: NodeJS.ProcessEnv, words: Words, say: (line: string) => void, withBrowser?: boolean }} options
 */
export function sayWhatIsFetched({ home, cache, root, env, words, say, withBrowser = false }) {
  const fetches = findFetches({ home, cache, root, env, arePackagesThere: arePackagesInstalled(root) });
  const lines = fetches.map(({ what, ...values }) => fill(words[what], values));
  if (withBrowser) lines.push(words.fetchBrowser);
  if (lines.length === 0) return say(words.nothingToFetch);
  say(words.willFetch);
  for (const line of lines) say(`  ${line}`);
}

/**
 * One line as a step begins to take time, with its counts now and then, and one when it ends.
 * @param {Words} words
 * @param {(line: string) => void} say
 * @returns {(progress: import('./set-up.mjs').Progress) => void}
 */
export function setUpReporter(words, say) {
  let lastSaid = 0;
  return ({ step, state, seconds, done, total, isSkipped, detail }) => {
    const label = words.stages[step];
    const time = fill(words.seconds, { seconds: seconds.toFixed(1) });
    if (state === 'done' && !isSkipped) say(`${label}: ${words.states.done}, ${time}`);
    if (state === 'failed') say(`${label}: ${words.states.failed}, ${time}\n${detail ?? ''}`);
    if (state !== 'running' || done === undefined || total === undefined) return;
    if (Date.now() - lastSaid < 3000) return;
    lastSaid = Date.now();
    say(`${label}: ${fill(words.files, { done, total })}, ${time}`);
  };
}

/**
 * A stage of the app: one line when it is done, has failed, or left something to know.
 * @param {import('../../graph-schema/views/stage.ts').Stage} stage
 * @param {{ words: Words, say: (line: string) => void, explanation: string }} terminal
 */
export function sayStage({ name, state, seconds, cause, note }, { words, say, explanation }) {
  const label = words.stages[name];
  const time = fill(words.seconds, { seconds: seconds.toFixed(1) });
  if (state === 'done' && name !== 'settings') say(`${label}: ${words.states.done}, ${time}`);
  // What a stop cuts short has not failed.
  if (state === 'failed' && cause !== 'cancelled')
    say(`${label}: ${words.states.failed}, ${time}\n${explanation}`);
  if (state === 'running' && cause !== undefined) say(fill(words.dead, { stage: label }));
  if (state !== 'done' || note === undefined) return;
  if (name === 'migrations') say(fill(words.copiedAside, { place: note }));
  if (name === 'settings') say(fill(words.settingsAside, { place: note }));
}
