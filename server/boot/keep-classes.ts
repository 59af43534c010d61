import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Logger } from 'pino';
import { connectGraph } from '../graph/connect-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { prepareNeo4j, startManagedNeo4j } from './managed-neo4j.ts';

export interface KeepClassesOptions {
  cache: string;
  log: Logger;
  signal: AbortSignal;
  /** what a person's first acts ask of a graph, so that what answers them is kept, too; its schema is not there yet */
  goThrough(graph: Graph): Promise<void>;
}

/**
 * Java reads and links some twenty thousand classes each time Neo4j starts, which is a third of the time that takes. They are kept once for all starts to
 * come, as Java has them in memory (class data sharing), by a second Neo4j with a store of its own that is thrown away: the one that is in use need not
 * stand still for it. Does nothing where they are kept. Takes about 25 s of one core and 120 MB of the cache.
 */
export async function keepClasses({ cache, log, signal, goThrough }: KeepClassesOptions): Promise<void> {
  const { archive } = await prepareNeo4j({ cache, signal });
  if (existsSync(archive)) return;
  const home = await mkdtemp(path.join(os.tmpdir(), 'scenefield-classes-'));
  const draft = `${archive}.${process.pid}.part`;
  try {
    const neo4j = await startManagedNeo4j({
      cache,
      home,
      log,
      signal,
      password: 'thrown away',
      heapMb: 512,
      writesClasses: draft,
    });
    const stop = () => neo4j.kill();
    signal.addEventListener('abort', stop, { once: true });
    try {
      const graph = await connectGraph(neo4j);
      await goThrough(graph).finally(() => graph.close());
      await neo4j.stop();
    } finally {
      signal.removeEventListener('abort', stop);
      neo4j.kill();
      await neo4j.exited;
    }
    if (existsSync(draft) && !signal.aborted) await rename(draft, archive);
  } finally {
    await Promise.all([draft, home].map((place) => rm(place, { recursive: true, force: true })));
  }
}
