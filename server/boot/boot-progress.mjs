// @ts-check
import { fill, wordsIn } from './words.mjs';

/** In the order in which they are shown. Packages and server come first, the rest goes on at once. */
const setUpSteps = /** @type {const} */ (['packages', 'server', 'page']);
const order = /** @type {const} */ ([...setUpSteps, 'neo4j', 'migrations', 'models']);

/**
 * @typedef {object} Told what a step or a stage says of itself
 * @property {'waiting' | 'running' | 'done' | 'failed'} state
 * @property {number} seconds
 * @property {number} [done] files
 * @property {number} [total]
 * @property {number} [bytes]
 * @property {number} [totalBytes]
 * @property {boolean} [isSkipped]
 * @property {string} [detail] a failed tool's own words
 * @property {(language: import('./words.mjs').Language) => string} [explain] why a stage failed, and its cure
 *
 * @typedef {object} Row one stage as the boot page shows it
 * @property {string} name
 * @property {string} label
 * @property {Told['state']} state
 * @property {string} text
 * @property {number | null} share 0–1 where it is known
 * @property {string} detail
 */

/** Remembers how far the start is: set-up's steps first, then the app's stages too. */
export function createBootProgress() {
  /** @type {Map<string, Told & { at: number }>} */
  const seen = new Map();
  let isReady = false;
  return {
    /** @param {string} name @param {Told} told */
    report: (name, told) => void seen.set(name, { ...told, at: performance.now() }),
    handOver: () => void (isReady = true),
    /** @param {import('./words.mjs').Language} language */
    view(language) {
      const words = wordsIn(language);
      const rows = order.map((name) => toRow(name, seen.get(name), { language, words }));
      return { isReady, rows, canRetry: setUpSteps.some((name) => seen.get(name)?.state === 'failed') };
    },
  };
}

/**
 * @param {(typeof order)[number]} name
 * @param {(Told & { at: number }) | undefined} told
 * @param {{ language: import('./words.mjs').Language, words: ReturnType<typeof wordsIn> }} shown
 * @returns {Row}
 */
function toRow(name, told, { language, words }) {
  const label = words.stages[name];
  if (told === undefined || told.state === 'waiting')
    return { name, label, state: 'waiting', text: words.states.waiting, share: null, detail: '' };
  const { state } = told;
  const isRunning = state === 'running';
  const passed = isRunning ? (performance.now() - told.at) / 1000 : 0;
  const seconds = fill(words.seconds, { seconds: (told.seconds + passed).toFixed(1) });
  const said = state === 'done' && told.isSkipped ? words.states.skipped : words.states[state];
  const amount = amountOf(told, words);
  return {
    name,
    label,
    state,
    text: [said, isRunning && amount?.text, seconds].filter(Boolean).join(' · '),
    share: isRunning ? (amount?.share ?? null) : null,
    detail: state === 'failed' ? (told.detail ?? told.explain?.(language) ?? '') : '',
  };
}

/**
 * @param {Told} told
 * @param {ReturnType<typeof wordsIn>} words
 */
function amountOf({ done, total, bytes, totalBytes }, words) {
  if (bytes !== undefined && totalBytes !== undefined && totalBytes > 0) {
    const megabytes = (/** @type {number} */ count) => (count / 1e6).toFixed(0);
    const values = { done: megabytes(bytes), total: megabytes(totalBytes) };
    return { text: fill(words.megabytes, values), share: bytes / totalBytes };
  }
  if (done === undefined || total === undefined || total === 0) return null;
  return { text: fill(words.files, { done, total }), share: done / total };
}
