import { z } from 'zod';
import { LinkKind, Origin } from '../../../../graph-schema/link-kinds.ts';
import type { Proposal } from '../../../../graph-schema/proposal.ts';
import type { LinkRef, NodeRef, Step } from '../../../changes/steps.ts';
import { nextChangeNumber } from '../../../changes/commit-change.ts';
import type { Tx } from '../../../graph/graph.ts';
import { readLinksTo, readNames } from '../decisions.cypher.ts';
import { holdLink } from './link-step.ts';

const Named = z.object({
  label: z.enum(['Scene', 'Concept']),
  names: z.array(z.string()),
  also: z.array(z.string()),
});
const LinkTo = z.object({
  from: z.string(),
  fromLabel: z.enum(['Scene', 'Concept']),
  kind: LinkKind,
  origin: Origin,
  evidencePassages: z.array(z.string()),
  evidenceStarts: z.array(z.int()),
  evidenceEnds: z.array(z.int()),
});

/**
 * What goes by the one name goes by the other, too: the one that stays is also called as the other, whatever leads to the other leads to it, and the other says what it is part of.
 * The notes' own links are closed, not taken away, so that an undo opens them again and an ingest does not bring them back. Links that another merge moved stay where they are.
 */
export async function mergeSteps(tx: Tx, { id, from, to }: Proposal): Promise<Step[]> {
  const [gone, stays] = [await readNamed(tx, from.id), await readNamed(tx, to.id)];
  const node = (label: 'Scene' | 'Concept', ofId: string): NodeRef => ({ label, id: ofId });
  const also = [...new Set([...stays.also, ...gone.names, ...gone.also])].filter(
    (name) => !stays.names.includes(name),
  );
  const moved = await moveLinks(tx, {
    proposalId: id,
    from: node(gone.label, from.id),
    to: node(stays.label, to.id),
    of: null,
  });
  return [
    { type: 'set', node: node(stays.label, to.id), after: { alsoCalled: also } },
    { type: 'set', node: node(gone.label, from.id), after: { mergedInto: to.id } },
    ...moved,
  ];
}

/** Whatever leads to `from` (of these notes only; null: of all) leads to `to` from now on. */
export async function moveLinks(
  tx: Tx,
  {
    proposalId,
    from,
    to,
    of,
  }: { proposalId: string; from: NodeRef; to: NodeRef; of: readonly string[] | null },
): Promise<Step[]> {
  const until = await nextChangeNumber(tx);
  // a scene is told of by a mention where a concept stays, by a link where a scene does
  const plain = to.label === 'Concept' ? 'mentions' : 'links_to';
  const rows = z.array(LinkTo).parse(await tx.run(readLinksTo, { id: from.id, roots: of, not: to.id }));
  return rows.flatMap(({ from: teller, fromLabel, kind, origin, ...quotes }): Step[] => {
    const old: LinkRef = { kind, origin, from: { label: fromLabel, id: teller }, to: from };
    const isPlain = kind === 'links_to' || kind === 'mentions';
    return [
      { type: 'set_link', link: old, after: { until } },
      holdLink({ from: old.from, to, kind: isPlain ? plain : kind, proposalId, quotes }),
    ];
  });
}

async function readNamed(tx: Tx, id: string): Promise<z.infer<typeof Named>> {
  const [row] = await tx.run(readNames, { id });
  return Named.parse(row);
}
