import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { AppError } from '../../graph-schema/app-error.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import { createGraphHandle } from './graph-handle.ts';
import { createStages } from './stages.ts';
import { watchOwnNeo4j } from './watch-own-neo4j.ts';

vi.setConfig({ testTimeout: 120_000 });

let graph: TestGraph;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());

test('a server of the person’s own that goes is said to be gone, and to be there when it is back', async () => {
  const stages = createStages();
  for (const name of ['settings', 'neo4j', 'migrations'] as const) await stages.run(name, async () => {});
  const { signal } = new AbortController();
  const heard: string[] = [];
  const watching: Promise<void>[] = [];
  const handle = createGraphHandle((fault) =>
    watching.push(
      watchOwnNeo4j(fault, {
        graph: handle,
        stages,
        signal,
        onBack: () => heard.push('back'),
        bringUp: () => Promise.reject(new Error('nothing was lost')),
      }),
    ),
  );
  // The driver takes half a minute to give up: its fault is written here, the rest is real.
  let isThere = false;
  await handle.use({
    ...graph,
    read: (work) => (isThere ? graph.read(work) : Promise.reject(new AppError('neo4j_unreachable'))),
    close: () => Promise.resolve(),
  });
  const ask = () => handle.read((tx) => tx.run('RETURN 1 AS one'));
  await expect(ask()).rejects.toMatchObject({ code: 'neo4j_unreachable' });
  await expect(ask()).rejects.toMatchObject({ code: 'neo4j_unreachable' });
  expect(stages.list()[1]).toMatchObject({ state: 'running', cause: 'neo4j_unreachable' });
  isThere = true;
  await Promise.all(watching);
  expect(stages.isDone('neo4j')).toBe(true);
  expect(heard).toEqual(['back']);
  expect(await ask()).toEqual([{ one: 1 }]);
});
