import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Models } from '../../models/models.ts';
import { openTestGraph, type TestGraph } from '../graph/testing/test-graph.ts';
import type { FieldEvent } from '../jobs/jobs.ts';
import { listProposals, rejectProposals } from '../proposals/index.ts';
import { noModels } from '../proposals/testing/no-models.ts';
import { makeSmallVault, type SmallVault } from '../proposals/testing/small-vault.ts';
import { ingestVault } from '../vault/ingest/ingest-vault.ts';
import { type CorpusThread, openCorpusThread } from './open-corpus-thread.ts';
import { embedPassages, readTitles } from './testing/embedded.cypher.ts';

let graph: TestGraph;
let vault: SmallVault;
let thread: CorpusThread;
let ending: AbortController;
const events: FieldEvent[] = [];
const embedded: string[] = [];

const models: Models = {
  ...noModels,
  presence: () => noModels.presence().map((each) => ({ ...each, state: { state: 'ready' } })),
  embed(texts) {
    embedded.push(...texts);
    const vectors = texts.map((text) => Float32Array.of(text.length, 1, 0));
    return Promise.resolve({ vectors, model: 'counted', dimensions: 3 });
  },
};

beforeAll(async () => {
  graph = await openTestGraph();
});
afterAll(() => graph.close());
beforeEach(async () => {
  await graph.empty();
  vault = await makeSmallVault();
  await ingestVault({ graph }, { path: vault.dir });
  ending = new AbortController();
  thread = openCorpusThread({
    address: () => inject('neo4j'),
    events: { publish: (event) => void events.push(event) },
    models,
    gapWidths: () => Promise.resolve(new Map()),
    widestGaps: () => Promise.resolve({ regionOf: new Map(), pairs: [] }),
    onFault: () => {},
    signal: ending.signal,
  });
});
afterEach(async () => {
  ending.abort();
  await vault.remove();
});

const propose = (signal?: AbortSignal) => thread.propose({ kind: 'link', limit: 40 }, { signal });
const pairs = async () => {
  const { proposals } = await listProposals({ graph, models }, { state: 'pending', limit: 100, offset: 0 });
  return proposals.map(({ from, to }) => [from.title, to.title].sort().join(' '));
};

test('what an edit brought is proposed by a thread that kept the notes, and what was decided stays decided', async () => {
  await propose();
  expect(await pairs()).toContain('Glaze Kiln');
  const { proposals } = await listProposals({ graph, models }, { state: 'pending', limit: 100, offset: 0 });
  const glaze = proposals.find(({ from, to }) => [from.title, to.title].sort().join() === 'Glaze,Kiln');
  await rejectProposals({ graph, models }, [glaze?.id ?? ''], 'trivial');
  await vault.write('Anvil.md', '# Anvil\n\nThe anvil stands beside the Kiln, under the old roof.\n');
  await ingestVault({ graph }, { path: vault.dir });
  await propose();
  const now = await pairs();
  expect(now).toContain('Anvil Kiln');
  expect(now).not.toContain('Glaze Kiln');
});

test('the page’s process embeds each title once, whatever is proposed later and by whichever thread', async () => {
  await graph.write((tx) => tx.run(embedPassages, { model: 'counted' }));
  embedded.length = 0;
  await propose();
  const titles = embedded.filter((text) => text !== 'passage');
  expect(titles.length).toBeGreaterThan(3);
  expect(new Set(titles).size).toBe(titles.length);
  const [stored] = await graph.read((tx) => tx.run(readTitles));
  expect(stored?.['count']).toBe(titles.length);
  embedded.length = 0;
  const other = openCorpusThread({
    address: () => inject('neo4j'),
    models,
    gapWidths: () => Promise.resolve(new Map()),
    widestGaps: () => Promise.resolve({ regionOf: new Map(), pairs: [] }),
    onFault: () => {},
    signal: ending.signal,
  });
  await other.propose({ kind: 'link', limit: 40 }, {});
  expect(embedded).toEqual(['passage']);
});

test('a cancel is heard there', async () => {
  const stopping = new AbortController();
  stopping.abort();
  await expect(propose(stopping.signal)).rejects.toThrow(/abort/i);
});
