import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, it, vi } from 'vitest';
import { openTestGraph, type TestGraph } from '../../graph/testing/test-graph.ts';
import { makeVault, type TemporaryVault } from '../testing/temporary-vault.ts';
import { ingestOnThread } from './ingest-on-thread.ts';

let graph: TestGraph;
let vault: TemporaryVault;
let stopping: AbortController;
beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  vault = await makeVault({ 'Поле.md': 'Поле держит [[Ядро]].\n', 'Ядро.md': 'Ядро мало.\n' });
  stopping = new AbortController();
});
afterEach(async () => {
  stopping.abort();
  await vault.delete();
});

const open = (onFault: (fault: unknown) => void = () => undefined) =>
  ingestOnThread({ address: () => inject('neo4j'), onFault, signal: stopping.signal });

it('reads a folder from another thread, again and again, and says how far it is', async () => {
  const ingest = open();
  const told = vi.fn();
  expect(await ingest({ path: vault.path, name: 'vault', report: told })).toMatchObject({
    sources: 2,
    changed: 2,
  });
  expect(told).toHaveBeenCalled();
  await appendFile(path.join(vault.path, 'Ядро.md'), '\nОно зовёт [[Переход]].\n');
  expect(await ingest({ path: vault.path, name: 'vault' })).toMatchObject({
    sources: 2,
    missing: 1,
    changed: 1,
  });
  expect(await ingest({ path: vault.path, name: 'vault' })).toMatchObject({ changed: 0 });
});

it('goes on without a bound where its memory was too little', async () => {
  const onFault = vi.fn();
  const ingest = ingestOnThread({
    address: () => inject('neo4j'),
    onFault,
    signal: stopping.signal,
    heapMb: 8,
  });
  expect(await ingest({ path: vault.path, name: 'vault' })).toMatchObject({ sources: 2 });
  expect(onFault).not.toHaveBeenCalled();
});

it('gives faults as they are, and ends when it is told to', async () => {
  const onFault = vi.fn();
  const ingest = open(onFault);
  await expect(ingest({ path: path.join(vault.path, 'nothing') })).rejects.toMatchObject({
    code: 'vault_not_found',
    values: { path: path.join(vault.path, 'nothing') },
  });
  expect(onFault).toHaveBeenCalledTimes(1);
  const cancelled = ingest({ path: vault.path, signal: AbortSignal.abort() });
  await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
});
