import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { judge } from './gate.mjs';
import { createKeys, type Keys, readKey } from './keys.mjs';
import { temporaryFolder } from './testing/temporary-folder.ts';

const port = 4848;
const host = `127.0.0.1:${port}`;
let home: string;
let keys: Keys;

beforeEach(() => {
  home = temporaryFolder();
  mkdirSync(path.join(home, 'secrets'));
  keys = createKeys(home);
});

function ask(headers: Record<string, string>, url = '/', method = 'GET') {
  return judge({ method, url, headers: { host, ...headers } }, { port, keys });
}
const cookie = () => `other=1; ${keys.cookieName}=${keys.cookieValue()}`;

describe('the gate', () => {
  it('lets in only its own Host and sends localhost there', () => {
    for (const foreign of [
      'evil.test',
      'evil.test:4848',
      '127.0.0.1:1',
      '127.0.0.1',
      '127.0.0.1:4848.evil.test',
    ])
      expect(ask({ host: foreign, cookie: cookie() })).toEqual({ verdict: 'refuse', reason: 'host' });
    expect(ask({ host: 'localhost:4848' }, '/field?zoom=all')).toEqual({
      verdict: 'redirect',
      location: 'http://127.0.0.1:4848/field?zoom=all',
    });
    expect(ask({ host: 'localhost:4848', cookie: cookie() }, '/api/trpc/x', 'POST').verdict).toBe('refuse');
  });

  it('refuses a foreign Origin and a null one, even with the cookie', () => {
    for (const origin of ['http://evil.test', 'null', 'http://localhost:4848', 'https://127.0.0.1:4848'])
      expect(ask({ origin, cookie: cookie() }, '/api/trpc/x', 'POST')).toEqual({
        verdict: 'refuse',
        reason: 'origin',
      });
    expect(ask({ origin: `http://${host}`, cookie: cookie() }, '/api/trpc/x', 'POST').verdict).toBe('pass');
  });

  it('lets what another site asks for through only as a page of its own', () => {
    const crossSite = { 'sec-fetch-site': 'cross-site', cookie: cookie() };
    const page = { ...crossSite, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(ask(page).verdict).toBe('pass');
    const refused = { verdict: 'refuse', reason: 'site' };
    expect(ask({ ...page, 'sec-fetch-dest': 'iframe' })).toEqual(refused);
    expect(ask({ ...crossSite, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' })).toEqual(refused);
    expect(ask(page, '/api/image?path=x')).toEqual(refused);
    expect(ask({ ...page, 'sec-fetch-site': 'same-site' }, '/', 'POST')).toEqual(refused);
  });

  it('takes a start key once, gives the cookie and clears the address', () => {
    const key = keys.makeStartKey();
    expect(ask({}, `/field?key=${key}&zoom=all`)).toEqual({ verdict: 'enter', location: '/field?zoom=all' });
    expect(ask({}, `/?key=${key}`)).toEqual({ verdict: 'locked' });
    expect(ask({ cookie: cookie() }, `/?key=${key}`)).toEqual({ verdict: 'redirect', location: '/' });
    expect(ask({}, `//evil.test/?key=${keys.makeStartKey()}`)).toEqual({
      verdict: 'enter',
      location: '/evil.test/',
    });
  });

  it('without the key shows pages nothing and refuses everything else', () => {
    expect(ask({})).toEqual({ verdict: 'locked' });
    expect(ask({}, '/api/trpc/x', 'POST')).toEqual({ verdict: 'refuse', reason: 'key' });
    expect(ask({}, '/_next/static/chunk.js')).toEqual({ verdict: 'refuse', reason: 'key' });
    expect(ask({ authorization: 'Bearer wrong' }, '/api/trpc/x', 'POST').verdict).toBe('refuse');
    const key = readKey(home) ?? '';
    expect(ask({ authorization: `Bearer ${key}` }, '/api/trpc/x', 'POST').verdict).toBe('pass');
    expect(ask({ cookie: `${keys.cookieName}=${key}` }).verdict).toBe('locked');
  });

  it('keeps a cookie good over starts and voids it, and every link, when the key is renewed', () => {
    const before = cookie();
    const link = keys.makeStartKey();
    keys = createKeys(home);
    expect(ask({ cookie: before }).verdict).toBe('pass');
    keys.renew();
    expect(ask({ cookie: before }).verdict).toBe('locked');
    expect(keys.takeStartKey(link)).toBe(false);
  });

  it('keeps the key for its owner alone', () => {
    expect(readdirSync(path.join(home, 'secrets'))).toEqual(['key']);
    expect(statSync(path.join(home, 'secrets', 'key')).mode & 0o777).toBe(0o600);
  });
});
