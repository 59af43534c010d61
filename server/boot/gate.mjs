// @ts-check

/**
 * @typedef {object} Asked what the gate looks at in a request
 * @property {string} method
 * @property {string} url path and query
 * @property {import('node:http').IncomingHttpHeaders} headers
 *
 * @typedef {{ verdict: 'pass' }
 *   | { verdict: 'redirect', location: string }
 *   | { verdict: 'enter', location: string }
 *   | { verdict: 'locked' }
 *   | { verdict: 'refuse', reason: 'host' | 'origin' | 'site' | 'key' }} Verdict
 * `enter`: the start key was good, the cookie is given; `locked`: a page without the cookie.
 */

/**
 * Decides about one request: own Host, absent or own Origin, not sent by another site (but for pages), and the home's key.
 * Taking a start key is its only effect.
 * @param {Asked} asked
 * @param {{ port: number, keys: import('./keys.mjs').Keys }} door
 * @returns {Verdict}
 */
export function judge(asked, { port, keys }) {
  const { headers } = asked;
  const own = `127.0.0.1:${port}`;
  if (headers.host !== own) {
    return headers.host === `localhost:${port}` && isRead(asked)
      ? { verdict: 'redirect', location: `http://${own}${localPath(asked.url)}` }
      : { verdict: 'refuse', reason: 'host' };
  }
  if (headers.origin !== undefined && headers.origin !== `http://${own}`)
    return { verdict: 'refuse', reason: 'origin' };
  const isPage = isPageVisit(asked);
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isPage)
    return { verdict: 'refuse', reason: 'site' };
  return judgeKey(asked, keys, isPage);
}

/**
 * @param {Asked} asked
 * @param {import('./keys.mjs').Keys} keys
 * @param {boolean} isPage
 * @returns {Verdict}
 */
function judgeKey(asked, keys, isPage) {
  const url = new URL(localPath(asked.url), 'http://127.0.0.1');
  const startKey = url.searchParams.get('key');
  const hasCookie = keys.isCookie(readCookie(asked.headers.cookie, keys.cookieName));
  if (startKey !== null && isPage && asked.method === 'GET') {
    url.searchParams.delete('key');
    const location = localPath(`${url.pathname}${url.search}`);
    if (keys.takeStartKey(startKey)) return { verdict: 'enter', location };
    return hasCookie ? { verdict: 'redirect', location } : { verdict: 'locked' };
  }
  if (hasCookie || keys.isKey(bearer(asked.headers.authorization))) return { verdict: 'pass' };
  return isPage ? { verdict: 'locked' } : { verdict: 'refuse', reason: 'key' };
}

/** A page opened in a window of its own, as against what a page fetches. @param {Asked} asked */
function isPageVisit(asked) {
  const { headers } = asked;
  const mode = headers['sec-fetch-mode'];
  const destination = headers['sec-fetch-dest'];
  return (
    isRead(asked) &&
    !/^\/(api|_next)\//.test(localPath(asked.url)) &&
    (mode === undefined || mode === 'navigate') &&
    (destination === undefined || destination === 'document')
  );
}

/** @param {Asked} asked */
function isRead({ method }) {
  return method === 'GET' || method === 'HEAD';
}

/**
 * A path of this server, whatever was sent: `//other.host` and absolute addresses lead nowhere else.
 * @param {string} url
 */
function localPath(url) {
  const withoutHost = url.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '');
  return `/${withoutHost.replace(/^[/\\]+/, '')}`;
}

/** @param {string | undefined} header */
function bearer(header) {
  return header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined;
}

/**
 * @param {string | undefined} header
 * @param {string} name
 */
function readCookie(header, name) {
  for (const part of (header ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}
