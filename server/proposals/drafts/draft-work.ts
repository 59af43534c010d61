import { z } from 'zod';
import { AppError } from '../../../graph-schema/app-error.ts';
import type { Priority } from '../../../models/models.ts';
import { draftSceneVersion, mostSentences } from '../../../models/tasks/draft-scene.ts';
import type { JobContext, JobWork } from '../../jobs/jobs.ts';
import type { ProposalDeps } from '../deps.ts';
import { storeProposals, tidyQueue } from '../queue/write-proposals.ts';
import { writeModel } from '../write-model.ts';
import { readUndrafted } from './drafts.cypher.ts';
import { createDraftsInHand } from './drafts-in-hand.ts';
import { type MissingScene, readMissingScene } from './missing-scenes.ts';
import { sceneRow } from './propose-scenes.ts';
import { writeDraft } from './write-draft.ts';

export interface DraftWorkInput {
  /** one missing scene, for a person who waits; without it every one that is proposed and not yet drafted */
  sceneId?: string | undefined;
}

type DraftOne = (
  sceneId: string,
  options: { priority: Priority; signal: AbortSignal; onStored?: (sentences: number) => void },
) => Promise<boolean>;

/**
 * The job: drafts of missing scenes, written by the local model from what the field says about them, each sentence checked; the quotes themselves
 * stand in. A person's draft goes before the background's, which leaves a scene that a person asks for.
 */
export function draftWork(deps: ProposalDeps): JobWork<DraftWorkInput> {
  const draft = createDraftOne(deps);
  return async ({ sceneId }, context) => {
    if (sceneId === undefined) return draftWaiting(deps, draft, context);
    const { signal, report } = context;
    const onStored = (done: number) => report({ done, total: mostSentences });
    return { drafted: (await draft(sceneId, { priority: 'person', signal, onStored })) ? 1 : 0, of: 1 };
  };
}

const Undrafted = z.array(z.object({ sceneId: z.string() }));

/** Best first, and looked up anew each time: the queue may have changed meanwhile. */
async function draftWaiting(
  { graph }: ProposalDeps,
  draft: DraftOne,
  { signal, report }: JobContext,
): Promise<{ drafted: number; of: number }> {
  const tried = new Set<string>();
  let drafted = 0;
  for (;;) {
    signal.throwIfAborted();
    const rows = await graph.read((tx) => tx.run(readUndrafted, { version: draftSceneVersion }));
    const waiting = Undrafted.parse(rows).filter(({ sceneId }) => !tried.has(sceneId));
    report({ done: tried.size, total: tried.size + waiting.length });
    const [next] = waiting;
    if (next === undefined) return { drafted, of: tried.size };
    // The first one is what a person who asked for proposals sees.
    const priority = tried.size === 0 ? 'soon' : 'background';
    tried.add(next.sceneId);
    if (await draft(next.sceneId, { priority, signal })) drafted += 1;
  }
}

/** Whether the model wrote at least one sentence that passed. The proposal is there from the start, with the quotes. */
function createDraftOne(deps: ProposalDeps): DraftOne {
  const inHand = createDraftsInHand();
  return async (sceneId, { priority, signal, onStored }) => {
    const missing = await readMissingScene(deps.graph, sceneId);
    if (missing === undefined || missing.spans.length === 0) {
      if (priority !== 'person') return false;
      if (missing === undefined) throw new AppError('not_found', { values: { id: sceneId } });
      throw new AppError('nothing_said', { values: { title: missing.title } });
    }
    await storeWithQuotes(deps, missing);
    const model = await writeModel(deps.models, signal);
    const claim = model && (await inHand.claim(sceneId, priority));
    if (!model || !claim) return false;
    try {
      return await writeDraft(deps, missing, {
        model,
        priority,
        signal: AbortSignal.any([signal, claim.takenOver]),
        ...(onStored && { onStored }),
      });
    } catch (error) {
      if (claim.takenOver.aborted && !signal.aborted) return false;
      throw error;
    } finally {
      claim.release();
    }
  };
}

async function storeWithQuotes({ graph, events }: ProposalDeps, missing: MissingScene): Promise<void> {
  await storeProposals(graph, [sceneRow(missing)]);
  await tidyQueue(graph, 'scene');
  events?.publish({ type: 'proposals' });
}
