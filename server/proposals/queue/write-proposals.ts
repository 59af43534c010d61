import type { ProposalKind } from '../../../graph-schema/proposal.ts';
import type { Graph, Tx } from '../../graph/graph.ts';
import type { Dropped } from './dropped.ts';
import type { ProposalRow } from './proposal-row.ts';
import { renumber, settleStates, writeProposals } from './proposals.cypher.ts';

/** Words of a model about quotes that are no longer these are taken away. */
const unwritten = { reason: null, reasonBy: null, model: null, declinedBy: null, isDrafting: null };
/** What says that a proposal was set aside as no longer true. */
const awake = { staleReason: null, staleFrom: null, lookedAgain: null };

/** Adds what was found to the queue, or brings it up to date there; decided proposals stay as they were decided. Returns the ids now waiting. */
export async function storeProposals(
  graph: Graph,
  rows: readonly ProposalRow[],
  firstRank = 1,
): Promise<string[]> {
  const now = new Date().toISOString();
  const found = await graph.write((tx) =>
    tx.run(writeProposals, {
      now,
      firstRank,
      awake,
      rows: rows.map(({ id, fromId, toId, ...props }, place) => ({
        id,
        fromId,
        toId,
        place,
        returned: props.returnedTexts !== undefined,
        props: { fromId, toId, ...props, ...unwritten },
        standing: standingOf({ id, fromId, toId, ...props }),
      })),
    }),
  );
  return found.map((row) => String(row['id']));
}

/** Sets aside what is no longer true and numbers the rest anew; how many went, by reason. `unsaid`: missing scenes that nothing is said about. */
export async function tidyQueue(
  graph: Graph,
  kind: ProposalKind,
  unsaid: readonly string[] = [],
): Promise<Dropped> {
  return graph.write(async (tx) => {
    const { gone } = await settle(tx, unsaid);
    await tx.run(renumber, { kind });
    return gone;
  });
}

/** Sets aside what is no longer true, and lets wait again what is true again. `gone`: how many went, by reason. */
export async function settle(
  tx: Tx,
  unsaid: readonly string[] = [],
): Promise<{ gone: Dropped; isChanged: boolean }> {
  const rows = await tx.run(settleStates, { unsaid, awake });
  const gone = rows.filter((row) => row['isNew'] === true);
  return {
    gone: Object.fromEntries(gone.map((row) => [String(row['reason']), Number(row['count'])])),
    isChanged: rows.length > 0,
  };
}

/** What may be brought up to date beside what a model wrote: a draft only moves in the queue, a link may get other quotes and signals. */
function standingOf(row: ProposalRow): Partial<ProposalRow> {
  const { kind, score, order } = row;
  if (kind === 'scene') return { score, order };
  const { models: _models, ...rest } = row;
  return rest;
}
