import type { Field } from '../field/create-field.ts';
import { figuresInWorker } from '../gaps/figures-in-worker.ts';
import { keepFigures } from '../gaps/keep-figures.ts';
import { listGaps } from '../gaps/list-gaps.ts';
import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import { listPendingLinks } from '../proposals/index.ts';
import { loadCorpus } from '../proposals/queue/load-corpus.ts';
import type { Services } from './services.ts';

export function composeGaps({
  graph,
  field,
  events,
}: {
  graph: Graph;
  field: Field;
  events: FieldEvents;
}): Services['gaps'] {
  const figures = keepFigures({
    loadCorpus: (vaultId) => loadCorpus(graph, vaultId),
    compute: figuresInWorker,
    onDone: () => events.publish({ type: 'field' }),
  });
  const deps = { graph, field, figures, pendingProposals: () => listPendingLinks({ graph }) };
  return { list: (input) => listGaps(deps, input) };
}
