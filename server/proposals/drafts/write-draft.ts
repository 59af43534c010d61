import { z } from 'zod';
import type { ModelIdentity, Priority } from '../../../models/models.ts';
import { draftScene, draftSceneVersion, type DraftSentence } from '../../../models/tasks/draft-scene.ts';
import { plainText } from '../../vault/parse/plain-text.ts';
import type { ProposalDeps } from '../deps.ts';
import { proposalIdOf } from '../queue/proposal-row.ts';
import { readStanding, writeDraft as store } from './drafts.cypher.ts';
import type { MissingScene } from './missing-scenes.ts';
import { StoredDraft } from './stored-draft.ts';

const seed = 1;

export interface WriteDraftOptions {
  model: ModelIdentity;
  priority: Priority;
  signal: AbortSignal;
  /** called when so many sentences can be read */
  onStored?: (sentences: number) => void;
}

/**
 * Writes the draft of a missing scene sentence by sentence, each stored and told as it comes; goes on after what an earlier run of the same model
 * left, and stops when the proposal is decided meanwhile. Whether there is at least one sentence: else the quotes stay the draft.
 */
export async function writeDraft(
  deps: ProposalDeps,
  missing: MissingScene,
  { model, priority, signal, onStored }: WriteDraftOptions,
): Promise<boolean> {
  const id = proposalIdOf('scene', missing.id, missing.id);
  const standing = await readWritten(deps, { id, missing, model: model.id });
  if (standing.isWhole) return true;
  const halted = new AbortController();
  const written = [...standing.sentences];
  const save = async (props: Record<string, unknown>) => {
    const rows = await deps.graph.write((tx) => tx.run(store, { id, props }));
    if (rows.length === 0) halted.abort();
    else deps.events?.publish({ type: 'proposals' });
  };
  // One after the other, so that an earlier state never lands on a later one; the model need not wait for the graph.
  let saved: Promise<void> = Promise.resolve();
  const made = { model: model.id, models: [model.id], modelSha256: model.sha256 };
  const onSentence = (sentence: DraftSentence) => {
    written.push(sentence);
    const draft = JSON.stringify(storedDraft(missing, written));
    const draftPassages = missing.spans.map(({ passageId }) => passageId);
    const props = { draft, draftPassages, isDrafting: true, ...made, taskVersion: draftSceneVersion, seed };
    const count = written.length;
    saved = saved.then(() => save(props)).then(() => onStored?.(count));
    saved.catch(() => halted.abort());
  };
  const spans = missing.spans.map(({ text, title }, at) => ({
    id: String(at),
    title,
    text: plainText(text),
  }));
  const lastSource = Number(standing.sentences.at(-1)?.source ?? -1);
  const input = { title: missing.title, spans: spans.slice(lastSource + 1) };
  try {
    await draftScene(deps.models, input, {
      priority,
      signal: AbortSignal.any([signal, halted.signal]),
      seed,
      before: standing.sentences,
      onSentence,
    });
  } catch (error) {
    if (!halted.signal.aborted || signal.aborted) throw error;
    return written.length > 0;
  } finally {
    await saved;
  }
  await save(written.length > 0 ? { isDrafting: false } : { declinedBy: draftSceneVersion });
  return written.length > 0;
}

const Standing = z.object({
  draft: z.string().nullable(),
  model: z.string().nullable(),
  version: z.string().nullable(),
  isDrafting: z.boolean(),
});

/** What this model and version wrote already, as far as its quotes are still what the field says. */
async function readWritten(
  { graph }: ProposalDeps,
  { id, missing, model }: { id: string; missing: MissingScene; model: string },
): Promise<{ sentences: DraftSentence[]; isWhole: boolean }> {
  const [row] = z.array(Standing).parse(await graph.read((tx) => tx.run(readStanding, { id })));
  const nothing = { sentences: [], isWhole: false };
  if (row?.model !== model || row.version !== draftSceneVersion || row.draft === null) return nothing;
  const stored = StoredDraft.parse(JSON.parse(row.draft));
  const sentences = stored.map(({ text, quotes: [quote] }) => {
    const at = missing.spans.findIndex(
      ({ passageId, start, end }) =>
        passageId === quote?.passageId && start === quote.start && end === quote.end,
    );
    return { text, source: String(at) };
  });
  if (sentences.some(({ source }) => source === '-1')) return nothing;
  return { sentences, isWhole: !row.isDrafting };
}

function storedDraft({ spans }: MissingScene, sentences: readonly DraftSentence[]): StoredDraft {
  return sentences.flatMap(({ text, source }) => {
    const span = spans[Number(source)];
    if (span === undefined) return [];
    const { passageId, start, end } = span;
    return [{ text, by: 'model' as const, quotes: [{ passageId, start, end }] }];
  });
}
