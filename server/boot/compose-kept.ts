import type { KeptKind } from '../../graph-schema/views/kept.ts';
import type { Graph } from '../graph/graph.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import { type Keeping, keepNamed, listNamed, removeNamed, renameNamed } from '../kept/keep-named.ts';
import type { KeptThings } from './services.ts';

export function composeKept(deps: { graph: Graph; events: FieldEvents }, kind: KeptKind): KeptThings {
  const told = async (work: Promise<Keeping>): Promise<Keeping> => {
    const kept = await work;
    if (kept.number !== null) deps.events.publish({ type: 'change', number: kept.number, kind: 'edit' });
    return kept;
  };
  return {
    list: () => listNamed(deps, kind),
    keep: (input) => told(keepNamed(deps, kind, input)),
    rename: (input) => told(renameNamed(deps, kind, input)),
    remove: (id) => told(removeNamed(deps, kind, id)),
  };
}
