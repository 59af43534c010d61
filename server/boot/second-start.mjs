// @ts-check
import { openBrowser } from './open-browser.mjs';
import { readKey } from './keys.mjs';
import { fill } from './words.mjs';

/** How long a second start waits for the first one to be able to take a folder. */
const patienceMs = 10 * 60_000;

/**
 * Another process runs on this home: says where, with a fresh link, and passes it the folder that was asked for.
 * @param {{ home: string, holder: import('./home-lock.mjs').Holder, folder: string | null, words: ReturnType<typeof import('./words.mjs').wordsIn>, say: (line: string) => void, env: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>} exit code
 */
export async function joinRunning({ home, holder, folder, words, say, env }) {
  // A command that holds the home has no address, nor has a start of this very moment.
  const address = holder.address ?? null;
  say(fill(words.running, { address: address ?? `pid ${holder.pid}` }));
  if (address === null) return folder === null ? 0 : 1;
  const key = readKey(home) ?? '';
  const link = await freshLink(address, key);
  if (link !== null) say(fill(words.link, { link }));
  if (folder !== null && !(await passFolder({ address, key, folder, words, say }))) return 1;
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
 * @param {{ address: string, key: string, folder: string, words: ReturnType<typeof import('./words.mjs').wordsIn>, say: (line: string) => void }} options
 */
async function passFolder({ address, key, folder, words, say }) {
  const until = Date.now() + patienceMs;
  let hasSaid = false;
  for (;;) {
    const answer = await ask(`${address}/api/trpc/vaults.open`, key, { path: folder });
    if (answer?.status === 200) {
      say(fill(words.handedOver, { folder }));
      return true;
    }
    const code = answer?.data.error?.data?.fault?.code ?? answer?.data.error?.code ?? 'internal';
    if (code !== 'stage_not_ready' || Date.now() > until) {
      say(fill(words.handOverFailed, { code }));
      return false;
    }
    if (!hasSaid) say(words.waitingForRunning);
    hasSaid = true;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
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
