import { z } from 'zod';
import type { ProposalKind } from '../../../graph-schema/proposal.ts';
import type { Tx } from '../../graph/graph.ts';
import { countDecidedByKind } from './proposals.cypher.ts';

/** What somebody who built none of it would accept of the Russian vault's proposals, read one by one: the share to begin with, */
const startingShare: Readonly<Record<ProposalKind, number>> = {
  link: 0.66,
  merge: 0.5,
  relation: 0.5,
  answer: 0.5,
  contradiction: 0.5,
  concept: 0.1,
  scene: 0.1,
  split: 0.1,
};
/** which counts for as much as so many decisions of the person's own. */
const startingWeight = 12;

const Decided = z.object({ kind: z.string(), accepted: z.int(), count: z.int() });
type DecidedOfKind = z.infer<typeof Decided>;

/**
 * How many places of the mixed queue one proposal of each kind takes: 1 for the kind that is accepted most, more for others. Kinds come in as often as their like
 * are accepted, not in turn.
 */
export async function readPace(tx: Tx): Promise<Record<string, number>> {
  return paceOf(z.array(Decided).parse(await tx.run(countDecidedByKind)));
}

export function paceOf(decided: readonly DecidedOfKind[]): Record<string, number> {
  const shares = sharesOf(decided);
  const most = Math.max(...Object.values(shares));
  // squared: what is accepted half as often comes a quarter as often
  return Object.fromEntries(Object.entries(shares).map(([kind, share]) => [kind, (most / share) ** 2]));
}

/** How many of each kind are accepted, 0–1: what readers took, and more and more what the person does. */
export async function readShares(tx: Tx): Promise<Record<string, number>> {
  return sharesOf(z.array(Decided).parse(await tx.run(countDecidedByKind)));
}

function sharesOf(decided: readonly DecidedOfKind[]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(startingShare).map(([kind, start]) => {
      const own = decided.find((each) => each.kind === kind) ?? { accepted: 0, count: 0 };
      return [kind, (own.accepted + startingWeight * start) / (own.count + startingWeight)];
    }),
  );
}
