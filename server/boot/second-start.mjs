// @ts-check
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './open-browser.mjs';
import { readKey } from './keys.mjs';
import { projectRoot } from './set-up.mjs';
import { fill, wordsIn } from './words.mjs';

/** How long a second start waits for the first one to be able to take a folder. */
const patienceMs = 10 * 60_000;

/**
 * Another process runs on this home: says where, with a fresh link, and passes it the folder that was asked for.
 * @param {{ home: string, address: string, folder: string | null, language: import('./words.mjs').Language, say: (line: string) => void, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} exit code
 */
export async function joinRunning({ home, address, folder, language, say, env }) {
  say(fill(wordsIn(language).running, { address }));
  const key = readKey(home) ?? '';
  const link = await freshLink(address, key);
  if (link !== null) say(fill(wordsIn(language).link, { link }));
  if (folder !== null && !(await passFolder({ address, key, folder, language, say }))) return 1;
  if (link !== null) openBrowser(link, env);
  return 0;
}

/**
 * @param {string} address
 * @param {string} key
 */
async function freshLink(address, key) {
  const answer = await ask(`${address}/api/start-link`, key, {});
  return typeof answer?.data.key === 'string' ? `${address}/?key=${answer.data.key}` : null;
}

/**
 * @param {{ address: string, key: string, folder: string, language: import('./words.mjs').Language, say: (line: string) => void }} options
 */
async function passFolder({ address, key, folder, language, say }) {
  const words = wordsIn(language);
  const until = Date.now() + patienceMs;
  let hasSaid = false;
  for (;;) {
    const answer = await ask(`${address}/api/trpc/vaults.open`, key, { path: folder });
    if (answer?.status === 200) {
      say(fill(words.handedOver, { folder }));
      return true;
    }
    const fault = faultIn(answer);
    if (fault.code !== 'stage_not_ready' || Date.now() > until) {
      say(fill(words.handOverFailed, { folder }));
      say(await explain(fault, language));
      return false;
    }
    if (!hasSaid) say(words.waitingForRunning);
    hasSaid = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/**
 * @param {Awaited<ReturnType<typeof ask>>} answer of tRPC, or of the boot page's door; none: the app is gone
 * @returns {{ code: string, values: Record<string, unknown> }}
 */
function faultIn(answer) {
  const error = answer?.data.error;
  return { code: 'internal', values: {}, ...(error?.data?.fault ?? error) };
}

/**
 * The running app was built, so the words are there.
 * @param {{ code: string, values: Record<string, unknown> }} fault
 * @param {import('./words.mjs').Language} language
 */
async function explain(fault, language) {
  const built = path.join(projectRoot, 'build', 'server', 'boot', 'fault-words.js');
  /** @type {typeof import('./fault-words.ts')} */
  const { faultWords } = await import(pathToFileURL(built).href);
  const { what, cure } = faultWords(fault, language);
  return `${what}\n${cure}`;
}

/**
 * @param {string} url
 * @param {string} key
 * @param {object} body
 * @returns {Promise<{ status: number, data: any } | null>}
 */
async function ask(url, key, body) {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, data: await answer.json() };
  } catch {
    return null;
  }
}
