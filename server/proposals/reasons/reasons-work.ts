import { inManifest } from '../../../models/manifest.ts';
import type { ModelIdentity } from '../../../models/models.ts';
import type { Written } from '../../../models/tasks/outcome.ts';
import { writeReason, writeReasonVersion } from '../../../models/tasks/write-reason.ts';
import type { Proposal } from '../../../graph-schema/proposal.ts';
import type { JobWork } from '../../jobs/jobs.ts';
import type { ProposalDeps } from '../deps.ts';
import { readMany } from '../queue/read-proposals.ts';
import { readReasonless, writeReason as storeReason } from '../queue/proposals.cypher.ts';
import { writeModel } from '../write-model.ts';

const defaultLimit = 50;
/** So many of the best are written before other background work: those that a person sees first. */
const firstSeen = 20;
const seed = 1;

/**
 * The job: one-line reasons for the best proposals that wait, written by the local model from their two quotes and checked. Where the model declines
 * `reasonBy` is `template` without words: whoever shows it says that both quotes speak for it. Without a model nothing is done, nor by one whose reasons are not worth a look.
 */
export function reasonsWork(deps: ProposalDeps): JobWork<{ limit?: number | undefined }> {
  return async ({ limit = defaultLimit }, { signal, report }) => {
    const counts = { written: 0, declined: 0 };
    const model = await writeModel(deps.models, signal);
    if (model === null || inManifest(model.id)?.reasons === false) return counts;
    const tried = new Set<string>();
    for (;;) {
      signal.throwIfAborted();
      // Looked up anew each time: the best that waits now goes first.
      const rows = await deps.graph.read((tx) => tx.run(readReasonless, { most: limit }));
      const waiting = rows.map((row) => String(row['id'])).filter((id) => !tried.has(id));
      report({ done: tried.size, total: tried.size + waiting.length });
      const [proposal] = await readMany(deps, waiting.slice(0, 1));
      if (proposal === undefined) return counts;
      const priority = tried.size < firstSeen ? 'soon' : 'background';
      tried.add(proposal.id);
      const input = { from: sideOf(proposal, 'from'), to: sideOf(proposal, 'to') };
      const outcome = await writeReason(deps.models, input, { priority, signal, seed });
      counts[outcome.type] += 1;
      await store(deps, proposal, { outcome, model });
    }
  };
}

async function store(
  { graph, events }: ProposalDeps,
  { id, evidence }: Proposal,
  { outcome, model }: { outcome: Written; model: ModelIdentity },
): Promise<void> {
  const isWritten = outcome.type === 'written';
  await graph.write((tx) =>
    tx.run(storeReason, {
      id,
      passages: evidence.map(({ passageId }) => passageId),
      reason: isWritten ? outcome.text : null,
      by: isWritten ? 'model' : 'template',
      model: isWritten ? model.id : null,
      sha256: isWritten ? model.sha256 : null,
      version: writeReasonVersion,
      seed: isWritten ? outcome.seed : seed,
    }),
  );
  events?.publish({ type: 'proposals' });
}

function sideOf(proposal: Proposal, side: 'from' | 'to') {
  const text = proposal.evidence.filter((quote) => quote.side === side).map(({ shown }) => shown);
  return { title: proposal[side].title, text: text.join(' ') };
}
