import { z } from 'zod';
import { AppError } from '../../../graph-schema/app-error.ts';
import { draftScene, draftSceneVersion } from '../../../models/tasks/draft-scene.ts';
import type { Priority } from '../../../models/models.ts';
import type { JobWork } from '../../jobs/jobs.ts';
import { plainText } from '../../vault/parse/plain-text.ts';
import type { ProposalDeps } from '../deps.ts';
import { writeModel } from '../write-model.ts';
import { proposalIdOf } from '../queue/proposal-row.ts';
import { storeProposals, tidyQueue } from '../queue/write-proposals.ts';
import { writeDraft } from '../queue/proposals.cypher.ts';
import { readUndrafted } from './drafts.cypher.ts';
import { type MissingScene, readMissingScenes } from './missing-scenes.ts';
import { sceneRow } from './propose-scenes.ts';
import type { StoredDraft } from './stored-draft.ts';

const seed = 1;

export interface DraftWorkInput {
  /** one missing scene, for a person who waits; without it every one that is proposed and not yet drafted */
  sceneId?: string | undefined;
}

/** The job: drafts of missing scenes, written by the local model from what the field says about them, each sentence checked; the quotes themselves stand in. */
export function draftWork(deps: ProposalDeps): JobWork<DraftWorkInput> {
  return async ({ sceneId }, { signal, report }) => {
    if (sceneId !== undefined) {
      const [missing] = await readMissingScenes(deps.graph, { vaultId: null, sceneId });
      if (missing === undefined) throw new AppError('not_found', { values: { id: sceneId } });
      return { drafted: (await draft(deps, missing, { priority: 'person', signal })) ? 1 : 0, of: 1 };
    }
    const waiting = await deps.graph.read((tx) => tx.run(readUndrafted, { version: draftSceneVersion }));
    const wanted = new Set(
      z
        .array(z.object({ sceneId: z.string() }))
        .parse(waiting)
        .map((row) => row.sceneId),
    );
    const missing = (await readMissingScenes(deps.graph, { vaultId: null, sceneId: null })).filter(({ id }) =>
      wanted.has(id),
    );
    let drafted = 0;
    for (const [at, scene] of missing.entries()) {
      signal.throwIfAborted();
      if (await draft(deps, scene, { priority: 'background', signal })) drafted += 1;
      report({ done: at + 1, total: missing.length, about: scene.title });
    }
    return { drafted, of: missing.length };
  };
}

/** Whether the model wrote at least one sentence that passed; else the quotes stay the draft. The proposal is there from the start, with the quotes. */
async function draft(
  deps: ProposalDeps,
  missing: MissingScene,
  options: { priority: Priority; signal: AbortSignal },
): Promise<boolean> {
  if (missing.spans.length === 0) throw new AppError('not_found', { values: { id: missing.id } });
  await storeProposals(deps.graph, [sceneRow(missing)]);
  await tidyQueue(deps.graph, 'scene');
  deps.events?.publish({ type: 'proposals' });
  const model = await writeModel(deps.models);
  if (model === null) return false;
  const id = proposalIdOf('scene', missing.id, missing.id);
  const written: StoredDraft = [];
  const store = (props: Record<string, unknown>) =>
    deps.graph.write((tx) => tx.run(writeDraft, { id, props }));
  const input = {
    title: missing.title,
    spans: missing.spans.map(({ text, title }, at) => ({ id: String(at), title, text: plainText(text) })),
  };
  await draftScene(deps.models, input, {
    ...options,
    seed,
    onSentence: ({ text, source }) => {
      const span = missing.spans[Number(source)];
      if (span === undefined) return;
      written.push({
        text,
        by: 'model',
        quotes: [{ passageId: span.passageId, start: span.start, end: span.end }],
      });
    },
  });
  if (written.length === 0) {
    await store({ declinedBy: draftSceneVersion });
    return false;
  }
  const made = {
    model: model.id,
    models: [model.id],
    modelSha256: model.sha256,
    taskVersion: draftSceneVersion,
    seed,
  };
  await store({ draft: JSON.stringify(written), ...made });
  deps.events?.publish({ type: 'proposals' });
  return true;
}
