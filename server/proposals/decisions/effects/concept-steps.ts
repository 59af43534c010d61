import type { Proposal } from '../../../../graph-schema/proposal.ts';
import type { Step } from '../../../changes/steps.ts';
import type { Tx } from '../../../graph/graph.ts';
import { deriveId } from '../../../vault/ids.ts';
import { pathKey } from '../../../vault/resolve/note-index.ts';
import { readVaultOf } from '../decisions.cypher.ts';
import { type Places, quotesOf } from '../relative-evidence.ts';
import { holdLink } from './link-step.ts';

/**
 * The idea becomes a scene that is called for, with a link from every scene that tells it: from then on it is a missing scene like any other, is drafted as one,
 * and a note of that name takes its place (so it has the id that an ingest would give it).
 */
export async function conceptSteps(tx: Tx, proposal: Proposal, places: Places): Promise<Step[]> {
  const title = proposal.name ?? '';
  const [row] = await tx.run(readVaultOf, { id: proposal.from.id });
  const vaultId = typeof row?.['vaultId'] === 'string' ? row['vaultId'] : null;
  const name = pathKey(title);
  const id = deriveId('scene', vaultId ?? '', 'missing', name);
  const scene = { label: 'Scene' as const, id };
  const tellers = [...new Set(places.map(({ sceneId }) => sceneId))];
  return [
    {
      type: 'hold_node',
      node: scene,
      holder: `proposal:${proposal.id}`,
      props: {
        title,
        kind: 'note',
        state: 'missing',
        origin: 'model',
        aliases: [],
        rootId: id,
        vaultId,
        key: `missing:${name}`,
      },
    },
    ...tellers.map((teller) =>
      holdLink({
        from: { label: 'Scene', id: teller },
        to: scene,
        kind: 'links_to',
        proposalId: proposal.id,
        quotes: quotesOf(places.filter(({ sceneId }) => sceneId === teller)),
      }),
    ),
  ];
}
