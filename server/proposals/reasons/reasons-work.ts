import { writeReason, writeReasonVersion } from '../../../models/tasks/write-reason.ts';
import type { Proposal } from '../../../graph-schema/proposal.ts';
import type { JobWork } from '../../jobs/jobs.ts';
import type { ProposalDeps } from '../deps.ts';
import { readMany } from '../queue/read-proposals.ts';
import { readReasonless, writeReason as storeReason } from '../queue/proposals.cypher.ts';
import { writeModel } from '../write-model.ts';

const defaultLimit = 50;
const seed = 1;

/**
 * The job: one-line reasons for the best proposals that wait, written by the local model from their two quotes and checked. Where the model declines
 * `reasonBy` is `template` without words: whoever shows it says that both quotes speak for it. Without a model nothing is done.
 */
export function reasonsWork(deps: ProposalDeps): JobWork<{ limit?: number | undefined }> {
  return async ({ limit = defaultLimit }, { signal, report }) => {
    const model = await writeModel(deps.models);
    if (model === null) return { written: 0, declined: 0 };
    const waiting = await deps.graph.read((tx) => tx.run(readReasonless, { most: limit }));
    const proposals = await readMany(
      deps,
      waiting.map((row) => String(row['id'])),
    );
    const counts = { written: 0, declined: 0 };
    for (const [at, proposal] of proposals.entries()) {
      signal.throwIfAborted();
      const input = { from: sideOf(proposal, 'from'), to: sideOf(proposal, 'to') };
      const outcome = await writeReason(deps.models, input, { priority: 'background', signal, seed });
      const isWritten = outcome.type === 'written';
      counts[outcome.type] += 1;
      await deps.graph.write((tx) =>
        tx.run(storeReason, {
          id: proposal.id,
          reason: isWritten ? outcome.text : null,
          by: isWritten ? 'model' : 'template',
          model: isWritten ? model.id : null,
          sha256: isWritten ? model.sha256 : null,
          version: writeReasonVersion,
          seed: isWritten ? outcome.seed : seed,
        }),
      );
      deps.events?.publish({ type: 'proposals' });
      report({ done: at + 1, total: proposals.length });
    }
    return counts;
  };
}

function sideOf(proposal: Proposal, side: 'from' | 'to') {
  const text = proposal.evidence.filter((quote) => quote.side === side).map(({ shown }) => shown);
  return { title: proposal[side].title, text: text.join(' ') };
}
