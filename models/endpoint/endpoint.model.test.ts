import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chooseModels } from '../choice.ts';
import { createModels, type RunningModels } from '../supervise/create-models.ts';
import { openTestEndpoint, type TestEndpoint, type Trouble } from '../testing/endpoint-for-tests.ts';
import { createTestModels } from '../testing/test-models.ts';
import { writeReason } from '../tasks/write-reason.ts';
import { createEndpointHost } from './endpoint-host.ts';
import { tryEndpoint } from './try-endpoint.ts';

let local: RunningModels;
let server: TestEndpoint;
let models: RunningModels;

const at = (name: string, embedKey?: string): RunningModels =>
  createModels({
    cache: 'nowhere',
    choice: chooseModels({
      env: {
        SCENEFIELD_EMBED_MODEL: name,
        SCENEFIELD_WRITE_MODEL: name,
        ...(embedKey !== undefined && { SCENEFIELD_EMBED_KEY: embedKey }),
      },
    }),
  });

beforeAll(async () => {
  local = createTestModels();
  await local.ready('embed');
  await local.ready('write');
  server = await openTestEndpoint(local);
  models = at(server.address);
});
afterEach(() => {
  server.trouble = 'none';
  server.key = null;
});
afterAll(async () => {
  await models.stop();
  await server.close();
  await local.stop();
});

describe('an endpoint in the place of a local model', () => {
  it('gives the same vectors, named by model, host and length; nothing is fetched and no process started', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => `Заметка номер ${i}`);
    const { vectors, model, dimensions } = await models.embed(texts, 'passage');
    const own = await local.embed(texts, 'passage');
    expect(vectors.map((each) => [...each].map((value) => value.toFixed(4)))).toEqual(
      own.vectors.map((each) => [...each].map((value) => value.toFixed(4))),
    );
    expect({ model, dimensions }).toEqual({ model: `real@${hostOf(server)}/384`, dimensions: 384 });
    expect(models.hostPid()).toBeNull();
    expect(models.presence()[0]).toMatchObject({ id: `real@${hostOf(server)}`, state: { state: 'ready' } });
  });

  it('writes the same text for the same seed, in pieces, to the stop words', async () => {
    let pieces = '';
    const input = {
      prompt: 'Count from 1 to 9 in digits.',
      answerStart: '1, 2, ',
      maxTokens: 30,
      seed: 1,
      stop: [', 5', ',5'],
    };
    const { text } = await models.generate({ ...input, onText: (piece) => (pieces += piece) });
    expect(text).toBe((await local.generate(input)).text);
    expect(pieces).toBe(text);
  });

  it('does the tasks unchanged', async () => {
    const input = {
      from: {
        title: 'Закваска',
        text: 'Закваску надо кормить мукой и водой два раза в день, иначе хлеб выйдет плоским.',
      },
      to: { title: 'Хлеб', text: 'Хлеб пекут в горячей печи сорок минут, пока корка не потемнеет.' },
    };
    expect(await writeReason(models, input)).toEqual(await writeReason(local, input));
  });

  it('is cancelled', async () => {
    const control = new AbortController();
    server.trouble = 'stall_midway';
    const work = models.generate({ prompt: 'Да?', maxTokens: 8, seed: 1 }, { signal: control.signal });
    setTimeout(() => control.abort(), 200);
    await expect(work).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is asked again when it is busy for a moment', async () => {
    server.trouble = 'busy_once';
    expect((await models.embed(['да'], 'query')).vectors).toHaveLength(1);
  });

  it('cuts off what does not end', async () => {
    server.trouble = 'endless';
    const { text } = await models.generate({ prompt: 'Да?', maxTokens: 8, seed: 1 });
    expect(text.length).toBeLessThanOrEqual(8 * 12);
    expect(text.length).toBeGreaterThan(8);
  });
});

describe('an endpoint in trouble', () => {
  it.each<[Trouble, string, object]>([
    ['no_json', 'endpoint_nonsense', { why: 'no_json' }],
    ['no_vectors', 'endpoint_nonsense', { why: 'no_vectors' }],
    ['shorter_vectors', 'endpoint_nonsense', { why: 'other_length' }],
    ['zeros', 'endpoint_nonsense', { why: 'no_numbers' }],
    ['drop', 'endpoint_unreachable', {}],
    ['redirect', 'endpoint_unreachable', {}],
  ])('%s: says %s, and works again afterwards', async (trouble, code, values) => {
    await models.ready('embed');
    server.trouble = trouble;
    const asked = models.embed(['да', 'нет'], 'passage');
    await expect(asked).rejects.toMatchObject({ code, values: { address: server.address, ...values } });
    expect(models.presence()[0]?.state).toMatchObject({ state: 'failed', code });
    server.trouble = 'none';
    expect((await models.embed(['да'], 'passage')).vectors).toHaveLength(1);
    expect(models.presence()[0]?.state).toEqual({ state: 'ready' });
  });

  it.each<Trouble>(['stall', 'stall_midway'])('%s: is let go of', async (trouble) => {
    const host = createEndpointHost({
      endpoint: () => ({ address: server.address, model: 'real', key: null }),
      stallMs: 300,
    });
    server.trouble = trouble;
    const outcome = await host.ask({ type: 'load', role: 'write', path: '', prefixes: false });
    expect(outcome).toMatchObject({ type: 'failed', code: 'endpoint_stalled' });
  });

  it('a wrong key is told, a right one is taken', async () => {
    server.key = 'right';
    const wrong = at(server.address, 'wrong');
    await expect(wrong.ready('embed')).rejects.toMatchObject({ code: 'endpoint_refused' });
    const right = at(server.address, 'right');
    expect((await right.embed(['да'], 'query')).vectors).toHaveLength(1);
    await Promise.all([wrong.stop(), right.stop()]);
  });

  it('a name that the server does not know is told with the names that it does', async () => {
    const unknown = { address: server.address, model: 'made up', key: null };
    const tried = tryEndpoint('embed', unknown, new AbortController().signal);
    await expect(tried).rejects.toMatchObject({
      code: 'endpoint_no_model',
      values: { models: ['real', 'other'] },
    });
  });

  it('a wrong address is told', async () => {
    const nobody = at('http://127.0.0.1:9/v1#real');
    await expect(nobody.embed(['да'], 'query')).rejects.toMatchObject({ code: 'endpoint_unreachable' });
    await nobody.stop();
  });

  it('nothing is sent to a far address before the person agrees', async () => {
    const far = at('http://192.0.2.1/v1#real');
    await expect(far.embed(['тайна'], 'query')).rejects.toMatchObject({ code: 'endpoint_not_agreed' });
    await far.stop();
  });
});

it('the test of an endpoint says what answered and how long its vectors are, and sends nothing of anybody’s', async () => {
  server.asked.length = 0;
  const endpoint = { address: server.address, model: null, key: null };
  const { signal } = new AbortController();
  expect(await tryEndpoint('embed', endpoint, signal)).toMatchObject({
    model: 'real',
    models: ['real', 'other'],
    dimensions: 384,
  });
  expect(await tryEndpoint('write', endpoint, signal)).toMatchObject({ model: 'real', dimensions: null });
  expect(server.asked).toEqual(['passage', 'Say: yes']);
});

function hostOf({ address }: TestEndpoint): string {
  return new URL(address).host;
}
