// @ts-check
import { fill, wordsIn } from './words.mjs';

/** What the start does before the app itself tells its stages. @type {readonly ('packages' | 'server' | 'page' | 'app')[]} */
const order = ['packages', 'server', 'page', 'app'];

/**
 * @typedef {object} Row one stage as the boot page shows it
 * @property {string} name
 * @property {string} label
 * @property {'waiting' | 'running' | 'done' | 'failed'} state
 * @property {string} text
 * @property {number | null} share 0–1 where it is known
 * @property {string} detail a failed tool's own words
 */

/** Remembers how far the start is; `report` takes what `setUp` tells. */
export function createBootProgress() {
  /** @type {Map<string, Omit<import('./set-up.mjs').Progress, 'step'> & { at: number }>} */
  const seen = new Map();
  let isReady = false;
  return {
    /** @param {Omit<import('./set-up.mjs').Progress, 'step'> & { step: string }} progress */
    report: (progress) =>
      void seen.set(progress.step, { ...seen.get(progress.step), ...progress, at: performance.now() }),
    handOver: () => void (isReady = true),
    restart: () => seen.clear(),
    hasFailed: () => [...seen.values()].some(({ state }) => state === 'failed'),
    /** @param {import('./words.mjs').Language} language */
    view(language) {
      const words = wordsIn(language);
      const rows = order.map((name) => toRow(name, seen.get(name), words));
      const later = /** @type {const} */ (['neo4j', 'migrations', 'models']).map((name) =>
        toRow(name, undefined, words),
      );
      return { isReady, rows: [...rows, ...later] };
    },
  };
}

/**
 * @param {keyof ReturnType<typeof wordsIn>['stages']} name
 * @param {(Omit<import('./set-up.mjs').Progress, 'step'> & { at: number }) | undefined} progress
 * @param {ReturnType<typeof wordsIn>} words
 * @returns {Row}
 */
function toRow(name, progress, words) {
  const label = words.stages[name];
  if (progress === undefined)
    return { name, label, state: 'waiting', text: words.states.waiting, share: null, detail: '' };
  const { state, done, total } = progress;
  const passed = state === 'running' ? (performance.now() - progress.at) / 1000 : 0;
  const seconds = fill(words.seconds, { seconds: (progress.seconds + passed).toFixed(1) });
  const files = done !== undefined && total !== undefined ? fill(words.files, { done, total }) : '';
  const said = state === 'done' && progress.isSkipped ? words.states.skipped : words.states[state];
  return {
    name,
    label,
    state,
    text: [said, state === 'running' ? files : '', seconds].filter(Boolean).join(' · '),
    share: state === 'running' && done !== undefined && total ? done / total : null,
    detail: state === 'failed' ? (progress.detail ?? '') : '',
  };
}
