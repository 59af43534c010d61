import { z } from 'zod';
import type { Job } from '../../graph-schema/job.ts';
import type { Models } from '../../models/models.ts';
import type { Graph } from '../graph/graph.ts';
import { hasOtherVectors } from './vectors.cypher.ts';

interface EmbedAgainDeps {
  graph: Graph;
  models: Models;
  jobs: {
    start(name: 'embed', input: object): Promise<unknown>;
    /** the last one first */
    list(): Promise<readonly Pick<Job, 'name' | 'state'>[]>;
  };
  /** nothing is known of vectors before the graph is there */
  isGraphUp(): boolean;
}

/**
 * Starts the `embed` job whenever an embedding model begins to answer that is not the one the stored vectors are of, or one that had stopped answering
 * comes back, and at a start after one: the job that waited for it has failed meanwhile. Gives back what ends it.
 */
export function embedAgain(deps: EmbedAgainDeps): () => void {
  const stateNow = () => deps.models.presence().find(({ role }) => role === 'embed')?.state.state;
  let before = stateNow();
  let hasFailed = false;
  return deps.models.onChange(() => {
    const now = stateNow();
    const isNew = now === 'ready' && before !== 'ready';
    before = now;
    if (now === 'failed') hasFailed = true;
    if (!isNew || !deps.isGraphUp()) return;
    const isBack = hasFailed;
    hasFailed = false;
    void startWhereWanted(deps, isBack).catch(() => undefined);
  });
}

async function startWhereWanted({ graph, models, jobs }: EmbedAgainDeps, isBack: boolean): Promise<void> {
  const { model } = await models.embed(['passage'], 'passage', { priority: 'background' });
  const [row] = await graph.read((tx) => tx.run(hasOtherVectors, { model }));
  const last = (await jobs.list()).find(({ name }) => name === 'embed');
  if (isBack || last?.state === 'failed' || z.boolean().parse(row?.['found'])) await jobs.start('embed', {});
}
