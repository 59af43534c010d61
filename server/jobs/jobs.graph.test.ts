import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { AppError } from '../../graph-schema/app-error.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { createJobs } from './create-jobs.ts';
import type { FieldEvent, Jobs, JobWork } from './jobs.ts';

let graph: TestGraph;
let jobs: Jobs;
const open = () => createJobs({ graph: () => graph, log: pino({ level: 'silent' }), concurrency: 1 });
beforeAll(async () => {
  graph = await openTestGraph();
});
beforeEach(async () => {
  await graph.empty();
  jobs = open();
});
afterEach(() => jobs.stop());
afterAll(() => graph.close());

/** Counts to `to`, a step in 10 ms, until told to stop. */
const count: JobWork<{ to: number }> = async ({ to }, { signal, report }) => {
  for (let done = 0; done < to; done++) {
    report({ done, total: to });
    await sleep(10, undefined, { signal });
  }
  return { counted: to };
};

test('a job tells its progress, keeps its result and can be read afterwards', async () => {
  const stop = new AbortController();
  const heard: FieldEvent[] = [];
  const listening = (async () => {
    for await (const event of jobs.events.subscribe(stop.signal)) heard.push(event);
  })();
  jobs.register('propose', count);
  const { id } = await jobs.start('propose', { to: 60 }, { about: 'Поле' });
  const done = await jobs.wait(id);
  expect(done).toMatchObject({
    state: 'done',
    about: 'Поле',
    progress: 1,
    result: { counted: 60 },
    error: null,
  });
  expect(await jobs.wait(id)).toMatchObject({ state: 'done', result: { counted: 60 } });
  expect((await jobs.list()).map((job) => job.id)).toEqual([id]);
  stop.abort();
  await listening;
  const seen = heard.flatMap((event) => (event.type === 'job' ? [event.job] : []));
  expect(seen.at(-1)?.state).toBe('done');
  expect(seen.length).toBeLessThan(20);
  expect(seen.some(({ secondsLeft }) => secondsLeft !== null && secondsLeft > 0 && secondsLeft < 3)).toBe(
    true,
  );
});

test('the same work asked for twice is one job, also at the same moment', async () => {
  jobs.register('draft', count);
  const [first, second] = await Promise.all([
    jobs.start('draft', { to: 20, of: 1 }),
    jobs.start('draft', { of: 1, to: 20 }),
  ]);
  expect(second.id).toBe(first.id);
  expect((await jobs.start('draft', { to: 21 })).id).not.toBe(first.id);
});

test('what a person waits for runs beside background work, not after it', async () => {
  jobs.register('embed', count);
  jobs.register('draft', count);
  const background = await jobs.start('embed', { to: 100_000 });
  await jobs.start('draft', { to: 100_000 });
  const { id } = await jobs.start('draft', { to: 1 }, { priority: 1 });
  expect(await jobs.wait(id)).toMatchObject({ state: 'done' });
  const states = (await jobs.list()).map(({ state }) => state).toSorted();
  expect(states).toEqual(['done', 'queued', 'running']);
  await jobs.cancel(background.id);
});

test('a running and a queued job can be cancelled', async () => {
  jobs.register('embed', count);
  const running = await jobs.start('embed', { to: 100_000 });
  const queued = await jobs.start('embed', { to: 100_001 });
  await sleep(50);
  expect(await jobs.cancel(queued.id)).toMatchObject({ state: 'cancelled', done: 0 });
  expect(await jobs.cancel(running.id)).toMatchObject({ state: 'cancelled' });
  expect(await jobs.wait(running.id)).toMatchObject({ state: 'cancelled' });
});

test('work that fails says its code; the next job runs', async () => {
  jobs.register('ingest', async () => {
    throw new AppError('vault_not_found', { values: { path: 'нет' } });
  });
  jobs.register('layout', async () => ({}));
  const { id } = await jobs.start('ingest', {});
  expect(await jobs.wait(id)).toMatchObject({
    state: 'failed',
    error: { code: 'vault_not_found', values: { path: 'нет' } },
  });
  const next = await jobs.start('layout', {});
  expect(await jobs.wait(next.id)).toMatchObject({ state: 'done' });
});

test('work that lost the graph waits for it and goes on', async () => {
  let times = 0;
  jobs.register('ingest', async () => {
    times += 1;
    if (times < 3) throw new AppError('neo4j_unreachable', { values: { uri: 'bolt://x' } });
    return { times };
  });
  const { id } = await jobs.start('ingest', {});
  await vi.waitFor(async () => expect((await jobs.list())[0]?.state).toBe('paused'));
  expect(await jobs.wait(id)).toMatchObject({ state: 'done', error: null, result: { times: 3 } });
});

test('work that waits for the graph can be cancelled', async () => {
  jobs.register('ingest', () => Promise.reject(new AppError('neo4j_unreachable')));
  const { id } = await jobs.start('ingest', {});
  await vi.waitFor(async () => expect((await jobs.list())[0]?.state).toBe('paused'));
  expect(await jobs.cancel(id)).toMatchObject({ state: 'cancelled', error: null });
});

test('what did not finish goes on at the next start, with its input', async () => {
  jobs.register('embed', count);
  const { id } = await jobs.start('embed', { to: 100_000 });
  const waiting = await jobs.start('embed', { to: 3 });
  await sleep(50);
  await jobs.stop();
  jobs = open();
  const inputs: unknown[] = [];
  jobs.register('embed', async (input) => {
    inputs.push(input);
    return {};
  });
  await jobs.resume();
  expect(await jobs.wait(id)).toMatchObject({ state: 'done' });
  expect(await jobs.wait(waiting.id)).toMatchObject({ state: 'done' });
  expect(inputs).toEqual([{ to: 100_000 }, { to: 3 }]);
});

test('a job that was running when the app was killed is taken up', async () => {
  jobs.register('embed', count);
  const { id } = await jobs.start('embed', { to: 100_000 });
  const after = open();
  after.register('embed', async () => ({ again: true }));
  await after.resume();
  expect(await after.wait(id)).toMatchObject({ state: 'done', result: { again: true } });
  await jobs.cancel(id);
});

test('before the graph is there a job is refused, not lost silently', async () => {
  const early = createJobs({ graph: () => null, log: pino({ level: 'silent' }) });
  early.register('layout', async () => ({}));
  await expect(early.start('layout', {})).rejects.toMatchObject({ code: 'stage_not_ready' });
  expect(await early.list()).toEqual([]);
});

test('a slow consumer holds one event of each type and job', async () => {
  const stop = new AbortController();
  const stream = jobs.events.subscribe(stop.signal)[Symbol.asyncIterator]();
  for (let number = 1; number <= 1000; number++)
    jobs.events.publish({ type: 'change', number, kind: 'accept' });
  jobs.events.publish({ type: 'field' });
  expect((await stream.next()).value).toEqual({ type: 'change', number: 1000, kind: 'accept' });
  expect((await stream.next()).value).toEqual({ type: 'field' });
  const next = stream.next();
  stop.abort();
  expect((await next).done).toBe(true);
});
