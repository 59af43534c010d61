// @ts-check
import { randomBytes } from 'node:crypto';

/** Browsers keep a cookie 400 days at most. Seconds. */
const cookieAge = 400 * 24 * 3600;

/**
 * What every answer carries. The same policy goes on the request, where Next reads the nonce for its own scripts.
 * @returns {{ nonce: string, headers: Record<string, string> }}
 */
export function safeHeaders() {
  const nonce = randomBytes(16).toString('base64');
  return {
    nonce,
    headers: {
      'content-security-policy': policy(nonce),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  };
}

/**
 * Style attributes are allowed: positions of menus and panes are set by attribute. Nothing that a note brings may carry one (the sanitiser's part).
 * @param {string} nonce
 */
function policy(nonce) {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "form-action 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** @param {import('./keys.mjs').Keys} keys */
export function cookieOf(keys) {
  return `${keys.cookieName}=${keys.cookieValue()}; Path=/; Max-Age=${cookieAge}; HttpOnly; SameSite=Strict`;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {string} html
 */
export function sendPage(response, status, html) {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  response.end(html);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {object} data
 */
export function sendData(response, status, data) {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(data));
}
