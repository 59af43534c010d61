import type { IngestReport } from '../../../graph-schema/views/settings-view.ts';
import { connectGraph, type GraphAddress } from '../../graph/connect-graph.ts';
import type { Graph } from '../../graph/graph.ts';
import { answerOnThread } from '../../jobs/answer-on-thread.ts';
import { throttle } from '../../jobs/throttle.ts';
import type { IngestAsked, IngestTold } from './ingest-on-thread.ts';
import { ingestVault, recallVault } from './ingest-vault.ts';
import { createVaultMemory } from './vault-memory.ts';

/** Entry of the thread that reads vaults. Its connection and what it knows are kept: a note that is saved is read a moment later. */
let connection: { key: string; graph: Promise<Graph> } | null = null;
const memory = createVaultMemory();
const toldMs = 100;
/** What a first change needs takes seconds for a large vault: it is read before, but after all that a start has to do. */
const recallAfterMs = 20_000;

answerOnThread<IngestAsked, IngestTold, IngestReport>(async ({ address, input }, { signal, tell }) => {
  const graph = await connected(address);
  let latest: IngestTold = { done: 0, total: 0 };
  const tellSoon = throttle(() => tell(latest), toldMs);
  const report = (told: IngestTold) => {
    latest = told;
    tellSoon();
  };
  try {
    return await ingestVault({ graph, memory }, { ...input, signal, report });
  } finally {
    tellSoon.drop();
    setTimeout(() => {
      recallVault({ graph, memory }, input.path).catch(() => undefined);
    }, recallAfterMs).unref();
  }
});

/** Another address takes the place of the one before, which closes when its work is done. */
async function connected(address: GraphAddress): Promise<Graph> {
  const key = JSON.stringify(address);
  if (connection?.key !== key) {
    const before = connection;
    const graph = connectGraph(address);
    connection = { key, graph };
    graph.catch(() => (connection = null));
    void before?.graph.then((old) => old.close()).catch(() => undefined);
  }
  return connection.graph;
}
