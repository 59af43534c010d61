// @ts-check
import { createServer } from 'node:http';
import { cookieOf, safeHeaders, sendData, sendPage } from './answers.mjs';
import { bootPage, lockedPage } from './boot-page.mjs';
import { judge } from './gate.mjs';
import { pageLanguage } from './words.mjs';

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {(request: Request, response: Response) => void} Handler
 *
 * @typedef {object} Front
 * @property {import('node:http').Server} server
 * @property {(handler: Handler) => void} handOverApi the app answers `/api` while its page is not built yet
 * @property {(handler: Handler) => void} handOver the app answers pages too
 * @property {(port: number) => string} startLink
 */

/**
 * The one HTTP server: gate first, then the boot page until the app takes over.
 * @param {{ keys: import('./keys.mjs').Keys, progress: ReturnType<typeof import('./boot-progress.mjs').createBootProgress>, retry: () => void, env: NodeJS.ProcessEnv }} parts
 * @returns {Front}
 */
export function createFront({ keys, progress, retry, env }) {
  /** @type {{ api: Handler | null, pages: Handler | null }} */
  const app = { api: null, pages: null };
  const server = createServer((request, response) => {
    const { nonce, headers } = safeHeaders();
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const asked = { method: request.method ?? 'GET', url: request.url ?? '/', headers: request.headers };
    const verdict = judge(asked, { port: request.socket.localPort ?? 0, keys });
    const language = pageLanguage(env, request.headers['accept-language']);
    if (verdict.verdict !== 'pass') return turnAway(verdict, { response, keys, language, nonce });
    const path = (request.url ?? '/').split('?', 1)[0];
    if (path === '/api/start-link' && request.method === 'POST')
      return sendData(response, 200, { key: keys.makeStartKey() });
    const isBoot = path === '/api/boot';
    const answer = path?.startsWith('/api/') ? !isBoot && app.api : app.pages;
    if (answer) {
      // Next takes the nonce for its own scripts from the request.
      request.headers['content-security-policy'] = headers['content-security-policy'];
      keepOwnWindow(request, response, keys);
      return answer(request, response);
    }
    answerBoot({
      request,
      response,
      path: path ?? '/',
      view: progress.view(language),
      language,
      nonce,
      retry,
    });
  });
  // Event streams stay open for as long as a page does; they are ended at the stop.
  server.requestTimeout = 0;
  return {
    server,
    handOverApi: (handler) => void (app.api = handler),
    handOver(handler) {
      app.pages = handler;
      progress.handOver();
    },
    startLink: (port) => `http://127.0.0.1:${port}/?key=${keys.makeStartKey()}`,
  };
}

/**
 * @param {Exclude<import('./gate.mjs').Verdict, { verdict: 'pass' }>} verdict
 * @param {{ response: Response, keys: import('./keys.mjs').Keys, language: import('./words.mjs').Language, nonce: string }} context
 */
function turnAway(verdict, { response, keys, language, nonce }) {
  if (verdict.verdict === 'locked') return sendPage(response, 401, lockedPage(language, nonce));
  if (verdict.verdict === 'refuse')
    return sendData(response, 403, { error: { code: 'forbidden', reason: verdict.reason } });
  if (verdict.verdict === 'enter') response.setHeader('set-cookie', cookieOf(keys));
  response.writeHead(303, { location: verdict.location, 'cache-control': 'no-store' });
  response.end();
}

/**
 * @param {{ request: Request, response: Response, path: string, view: { isReady: boolean, canRetry: boolean, rows: import('./boot-progress.mjs').Row[] }, language: import('./words.mjs').Language, nonce: string, retry: () => void }} asked
 */
function answerBoot({ request, response, path, view, language, nonce, retry }) {
  if (path === '/api/boot') {
    if (request.method === 'POST') retry();
    return sendData(response, 200, view);
  }
  if (path.startsWith('/api/') || path.startsWith('/_next/'))
    return sendData(response, 503, { error: { code: 'stage_not_ready' } });
  sendPage(response, 200, bootPage(language, nonce, view.rows));
}

/**
 * A window that renews the key is not locked out by that: its answer carries the new cookie.
 * @param {Request} request
 * @param {Response} response
 * @param {import('./keys.mjs').Keys} keys
 */
function keepOwnWindow(request, response, keys) {
  if (request.method !== 'POST') return;
  const before = keys.cookieValue();
  const writeHead = response.writeHead;
  response.writeHead = /** @type {typeof writeHead} */ (
    (/** @type {Parameters<typeof writeHead>} */ ...parameters) => {
      if (keys.cookieValue() !== before) response.setHeader('set-cookie', cookieOf(keys));
      return writeHead.apply(response, parameters);
    }
  );
}
