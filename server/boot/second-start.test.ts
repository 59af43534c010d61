import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { joinRunning } from './second-start.mjs';

let server: Server;
afterEach(() => server.close());

/** What the running app answers, one a request; the last again and again. */
async function appThatAnswers(answers: { status: number; body: object }[]): Promise<string> {
  server = createServer((request, response) => {
    const isLink = request.url === '/api/start-link';
    const { status, body } = isLink
      ? { status: 200, body: { key: 'k' } }
      : ((answers.length > 1 ? answers.shift() : answers[0]) ?? { status: 500, body: {} });
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function join(address: string) {
  const said: string[] = [];
  const status = await joinRunning({
    home: '/nowhere',
    address,
    folder: '/notes',
    language: 'en',
    say: (line) => said.push(line),
    env: { ...process.env, SCENEFIELD_OPEN: '0' },
  });
  return { status, said: said.join('\n') };
}

test('a second start waits until the running app can take the folder', async () => {
  const starting = { status: 503, body: { error: { code: 'stage_not_ready' } } };
  const address = await appThatAnswers([starting, { status: 200, body: {} }]);
  const { status, said } = await join(address);
  expect(status).toBe(0);
  expect(said).toContain(`already runs on this home: ${address}`);
  expect(said).toContain('/notes');
});
