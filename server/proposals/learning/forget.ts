import { commitChange } from '../../changes/commit-change.ts';
import type { ProposalDeps } from '../deps.ts';
import { readLearnable } from './learning.cypher.ts';

/** Nothing decided so far is learned from any more; the decisions themselves stand. One change that can be undone; returns how many it was. */
export async function forgetLearning({ graph, events }: ProposalDeps): Promise<{ forgotten: number }> {
  const done = await graph.write(async (tx) => {
    const rows = await tx.run(readLearnable);
    if (rows.length === 0) return null;
    const number = await commitChange(tx, {
      kind: 'forget',
      values: { count: rows.length },
      steps: rows.map((row) => ({
        type: 'set',
        node: { label: 'Proposal', id: String(row['id']) },
        after: { unlearned: true },
      })),
    });
    return { number, forgotten: rows.length };
  });
  if (done === null) return { forgotten: 0 };
  events?.publish({ type: 'change', number: done.number, kind: 'forget' });
  return { forgotten: done.forgotten };
}
