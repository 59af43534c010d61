import { randomUUID } from 'node:crypto';
import { SceneId } from '../../graph-schema/ids.ts';
import { conversationsVaultId } from '../../graph-schema/views/conversation-view.ts';
import { messagesFor } from '../../messages/index.ts';
import { languageOf } from '../../models/words/stem.ts';
import { commitChange } from '../changes/commit-change.ts';
import type { Graph } from '../graph/graph.ts';
import { type Kept, readTalk } from './read-talk.ts';
import { ensureVault, isNameTaken } from './talks.cypher.ts';
import { talkSteps, turnSteps } from './turn-steps.ts';

export interface AskInput {
  /** null: a new talk */
  conversationId: string | null;
  /** the answer that the question follows; another question after the same one is a branch */
  after: string | null;
  question: string;
  /** scenes that are selected */
  context: readonly string[];
  /** only this vault is asked; null: all of them */
  vaultId: string | null;
}

export interface KeptQuestion {
  conversationId: SceneId;
  turnId: SceneId;
  number: number;
}

/** Keeps a question as a turn of its talk, and makes the talk, and the vault that talks lie in, where there is none yet. @throws AppError not_found */
export async function keepQuestion(graph: Graph, input: AskInput): Promise<KeptQuestion> {
  const { question, after, vaultId } = input;
  const talk = input.conversationId === null ? null : await readTalk(graph, input.conversationId);
  const conversationId = talk?.id ?? SceneId.parse(`talk-${randomUUID()}`);
  const turnId = SceneId.parse(`turn-${randomUUID()}`);
  const at = new Date().toISOString();
  const words = messagesFor(languageOf(question)).conversation;
  const context = input.context.map((id) => SceneId.parse(id));
  const kept: Kept = { type: 'question', context, vaultId };
  const turn = {
    id: turnId,
    talkId: conversationId,
    after,
    body: question,
    speaker: { name: words.you, role: 'person' as const },
    at,
    order: 2 * (talk?.turns.length ?? 0),
    talk: JSON.stringify(kept),
  };
  const steps = [...(talk ? [] : talkSteps({ id: conversationId, title: question, at })), ...turnSteps(turn)];
  return graph.write(async (tx) => {
    const [taken] = await tx.run(isNameTaken, { id: conversationsVaultId, name: words.vault });
    const name = taken ? `${words.vault} · Scenefield` : words.vault;
    // no step of the change: other talks lie in it, too
    await tx.run(ensureVault, { id: conversationsVaultId, name, now: at });
    const values = { title: talk?.title ?? question.slice(0, 120) };
    return { conversationId, turnId, number: await commitChange(tx, { kind: 'edit', values, steps }) };
  });
}
