import type { Models } from '../../models/models.ts';
import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';

/** What the capabilities of this room are handed. */
export interface ProposalDeps {
  graph: Graph;
  models: Models;
  events?: FieldEvents;
}
