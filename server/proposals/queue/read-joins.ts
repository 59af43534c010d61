import { z } from 'zod';
import type { ProposalDeps } from '../deps.ts';
import { readShares } from './kind-pace.ts';
import {
  readDecidedLinks,
  readFillingProposals,
  readMergedMissing,
  readPendingLinks,
  readUnneededScenes,
} from './proposals.cypher.ts';

const Joining = z.object({ id: z.string(), fromId: z.string(), toId: z.string(), title: z.string() });
const PendingLink = Joining.extend({ chance: z.number() });
const Filling = Joining.extend({ kind: z.enum(['scene', 'merge']), fills: z.string() });

/** What waits for a decision and joins something; see `chance` and `fills` where gaps are made. */
export type PendingJoin = z.infer<typeof PendingLink> & { fills: string | null };

/** Links between whole notes, or between sections of one, best first; then drafts of missing scenes, and merges that say which note a missing one is. */
export async function listPendingJoins({ graph }: Pick<ProposalDeps, 'graph'>): Promise<PendingJoin[]> {
  return graph.read(async (tx) => {
    const links = z.array(PendingLink).parse(await tx.run(readPendingLinks));
    const filling = z.array(Filling).parse(await tx.run(readFillingProposals));
    const shares = filling.length > 0 ? await readShares(tx) : {};
    return [
      ...links.map((link) => ({ ...link, fills: null })),
      ...filling.map(({ kind, ...each }) => ({ ...each, chance: shares[kind] ?? 0 })),
    ];
  });
}

const DecidedLink = Joining.pick({ fromId: true, toId: true }).extend({
  chance: z.number(),
  state: z.enum(['accepted', 'rejected']),
});
const MergedMissing = z.object({ id: z.string(), title: z.string(), callers: z.array(z.string()) });

/**
 * Decided links between whole notes, with the chance that they had; the missing scenes that merges took for a note, with the notes that called for them; and those whose draft
 * was rejected because nobody needs it or it is there already.
 */
export async function listDecidedJoins({ graph }: Pick<ProposalDeps, 'graph'>): Promise<{
  links: z.infer<typeof DecidedLink>[];
  merged: z.infer<typeof MergedMissing>[];
  unneeded: string[];
}> {
  return graph.read(async (tx) => ({
    links: z.array(DecidedLink).parse(await tx.run(readDecidedLinks)),
    merged: z.array(MergedMissing).parse(await tx.run(readMergedMissing)),
    unneeded: (await tx.run(readUnneededScenes)).map((row) => String(row['id'])),
  }));
}
