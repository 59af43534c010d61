import type { Proposal } from '../../../../graph-schema/proposal.ts';
import type { Step } from '../../../changes/steps.ts';
import type { Tx } from '../../../graph/graph.ts';
import { deriveId } from '../../../vault/ids.ts';
import type { Places } from '../relative-evidence.ts';
import { moveLinks } from './merge-steps.ts';

/** A concept of its own for what the one side's notes mean, and their mentions lead to it. */
export async function splitSteps(tx: Tx, { id, name, from }: Proposal, places: Places): Promise<Step[]> {
  const concept = { label: 'Concept' as const, id: deriveId('concept', 'split', id) };
  const moved = await moveLinks(tx, {
    proposalId: id,
    from: { label: 'Concept', id: from.id },
    to: concept,
    of: [...new Set(places.flatMap(({ side, rootId }) => (side === 'to' ? [rootId] : [])))],
  });
  const props = { name: name ?? from.title, aliases: [], from: 'model', origin: 'model' };
  return [{ type: 'hold_node', node: concept, holder: `proposal:${id}`, props }, ...moved];
}
