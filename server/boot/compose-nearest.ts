import type { Graph } from '../graph/graph.ts';
import { type Nearest, openNearest } from '../search/knn/open-nearest.ts';
import type { Parts } from './open-field.ts';

/** All vectors in memory, read when everything is up, and again when it is up again: another graph or model may stand there then. */
export function composeNearest(
  { log, stages, models, neo4j, signal }: Parts,
  graph: Graph,
): Nearest & { refill(): void } {
  const nearest = openNearest({
    graph,
    address: neo4j.managedAddress,
    onFault: (error) => log.warn({ err: error }, 'the vectors are not in memory'),
  });
  const refill = (): void => {
    const model = models.presence().find(({ role }) => role === 'embed')?.id;
    if (model) nearest.fill(model);
  };
  let wasReady = false;
  stages.onChange(() => {
    const isReady = stages.isDone('ready');
    if (isReady && !wasReady) refill();
    wasReady = isReady;
  });
  signal.addEventListener('abort', () => void nearest.stop(), { once: true });
  return { ...nearest, refill };
}
