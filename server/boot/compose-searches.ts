import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import { type Kept, keepSearch, listSearches, removeSearch, renameSearch } from '../search/kept-searches.ts';
import type { Services } from './services.ts';

export function composeSearches(deps: { graph: Graph; events: FieldEvents }): Services['searches'] {
  const told = async (work: Promise<Kept>): Promise<Kept> => {
    const kept = await work;
    if (kept.number !== null) deps.events.publish({ type: 'change', number: kept.number, kind: 'edit' });
    return kept;
  };
  return {
    list: () => listSearches(deps),
    keep: (input) => told(keepSearch(deps, input)),
    rename: (input) => told(renameSearch(deps, input)),
    remove: (id) => told(removeSearch(deps, id)),
  };
}
