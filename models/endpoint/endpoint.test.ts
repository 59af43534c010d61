import { describe, expect, test } from 'vitest';
import { chooseModels } from '../choice.ts';
import { endpointId, endpointText, isFar, parseEndpoint } from './endpoint.ts';
import { readEvents } from './event-stream.ts';

describe('an address as a person writes it', () => {
  test.each([
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080/v1', null],
    ['http://localhost:11434/v1/#bge-m3', 'http://localhost:11434/v1', 'bge-m3'],
    ['https://api.example.com/v1/embeddings', 'https://api.example.com/v1', null],
    ['https://example.com/openai/chat/completions#a%2Fb', 'https://example.com/openai', 'a/b'],
    ['http://[::1]:8080/v1?x=1#100%', 'http://[::1]:8080/v1', '100%'],
  ])('%s', (said, address, model) => {
    const parsed = parseEndpoint(said);
    expect(parsed).toEqual({ address, model });
    expect(parseEndpoint(endpointText(parsed))).toEqual(parsed);
  });

  test.each(['model.gguf', 'ftp://127.0.0.1/v1', 'http://me:secret@127.0.0.1/v1', 'http://'])(
    '%s is refused, without repeating a password',
    (said) => {
      expect(() => parseEndpoint(said)).toThrow(expect.objectContaining({ code: 'bad_input' }));
      try {
        parseEndpoint(said);
      } catch (error) {
        expect(JSON.stringify(error)).not.toContain('secret');
      }
    },
  );
});

test('what is not this machine is far, however it is named', () => {
  const near = [
    'http://localhost:1/v1',
    'http://127.0.0.1/v1',
    'http://127.9.9.9/v1',
    'http://[::1]/v1',
    'http://2130706433/v1',
  ];
  const far = [
    'http://10.0.0.2/v1',
    'http://localhost.example.com/v1',
    'http://127.0.0.1.example.com/v1',
    'https://api.example.com/v1',
  ];
  expect(near.map(isFar)).toEqual(near.map(() => false));
  expect(far.map(isFar)).toEqual(far.map(() => true));
});

test('a far endpoint is not allowed until the person agreed to that very address; a key goes to its own address only', () => {
  const agreed = 'https://one.example.com/v1';
  const choice = chooseModels({
    env: {},
    settings: { embed: `${agreed}#m`, write: 'https://two.example.com/v1#m' },
    endpoints: {
      keyOf: (address) => (address === agreed ? 'k' : null),
      isAgreed: (address) => address === agreed,
    },
  });
  expect(choice.embed).toMatchObject({
    type: 'endpoint',
    isAllowed: true,
    endpoint: { key: 'k', model: 'm' },
  });
  expect(choice.write).toMatchObject({ type: 'endpoint', isAllowed: false, endpoint: { key: null } });
});

test('an endpoint is named by its model and its host', () => {
  expect(endpointId('http://127.0.0.1:8080/v1', 'e5')).toBe('e5@127.0.0.1:8080');
  expect(endpointId('http://127.0.0.1:8080/v1', null)).toBe('127.0.0.1:8080');
});

test('events are read however they are cut, up to the end that the server says', async () => {
  const said = ': hello\r\n\r\ndata: {"a":1}\n\ndata:{"b":2}\n\ndata: [DONE]\n\ndata: late\n\n';
  for (const size of [1, 3, 7, said.length]) {
    const pieces = (async function* () {
      for (let at = 0; at < said.length; at += size) yield await Promise.resolve(said.slice(at, at + size));
    })();
    const events: string[] = [];
    for await (const event of readEvents(pieces)) events.push(event);
    expect(events).toEqual(['{"a":1}', '{"b":2}']);
  }
});
