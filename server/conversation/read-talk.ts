import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import { SceneId } from '../../graph-schema/ids.ts';
import {
  Answer,
  type AnswerSource,
  type ConversationView,
  conversationsVaultId,
  type TurnView,
} from '../../graph-schema/views/conversation-view.ts';
import type { Graph, Tx } from '../graph/graph.ts';
import { findTalkOf, listTalks as list, readCited, readTalk as read, readTitles } from './talks.cypher.ts';

const Row = z.object({
  id: SceneId,
  kind: z.string(),
  body: z.string().nullable(),
  at: z.string().nullable(),
  role: z.string().nullable(),
  talk: z.string().nullable(),
  rootTitle: z.string(),
  after: SceneId.nullable(),
});
type Row = z.infer<typeof Row>;

/** What a turn keeps beside its words. */
const QuestionKept = z.object({
  type: z.literal('question'),
  context: z.array(SceneId),
  vaultId: z.string().nullable(),
});
const AnswerKept = z.object({ type: z.literal('answer'), answer: Answer });
const SummaryKept = z.object({ type: z.literal('summary'), until: SceneId });
const Kept = z.discriminatedUnion('type', [QuestionKept, AnswerKept, SummaryKept]);
export type Kept = z.infer<typeof Kept>;

export type StoredTalk = Omit<ConversationView, 'answering'>;

export interface TalkEntry {
  id: SceneId;
  title: string;
  at: string;
  turns: number;
}

/** The last one first. */
export async function listTalks(graph: Graph): Promise<TalkEntry[]> {
  const rows = await graph.read((tx) => tx.run(list, { vaultId: conversationsVaultId }));
  return z.array(z.object({ id: SceneId, title: z.string(), at: z.string(), turns: z.int() })).parse(rows);
}

/** Id of the talk that a turn is part of. @throws AppError not_found */
export async function talkOf(graph: Graph, turnId: string): Promise<SceneId> {
  const [row] = await graph.read((tx) => tx.run(findTalkOf, { id: turnId, vaultId: conversationsVaultId }));
  if (!row) throw new AppError('not_found', { values: { id: turnId } });
  return SceneId.parse(row['id']);
}

/** A talk with all its branches; what an answer cites is held against the notes as they are now. @throws AppError not_found */
export async function readTalk(graph: Graph, id: string): Promise<StoredTalk> {
  return graph.read(async (tx) => {
    const rows = z.array(Row).parse(await tx.run(read, { id, vaultId: conversationsVaultId }));
    const [root] = rows;
    if (!root) throw new AppError('not_found', { values: { id } });
    const kept = rows.flatMap((row) => {
      const parsed = row.talk === null ? undefined : Kept.safeParse(JSON.parse(row.talk));
      return parsed?.success === true ? [{ row, kept: parsed.data }] : [];
    });
    const titles = await titlesOf(
      tx,
      kept.flatMap(({ kept: each }) => (each.type === 'question' ? each.context : [])),
    );
    const check = await citesChecked(
      tx,
      kept.flatMap(({ kept: each }) => (each.type === 'answer' ? each.answer.sources : [])),
    );
    const turns = new Map<string, TurnView>();
    const summaries: StoredTalk['summaries'] = [];
    for (const { row, kept: each } of kept) {
      if (each.type === 'question') {
        const context = each.context.flatMap((scene) => titles.get(scene) ?? []);
        turns.set(row.id, { ...questionOf(row), context, vaultId: each.vaultId, answers: [] });
      } else if (each.type === 'answer')
        turns.get(row.after ?? '')?.answers.push({ id: row.id, ...check(each.answer) });
      else summaries.push({ id: row.id, until: each.until, text: row.body ?? '' });
    }
    return { id: SceneId.parse(id), title: root.rootTitle, turns: [...turns.values()], summaries };
  });
}

function questionOf({ id, after, body, at }: Row): Pick<TurnView, 'id' | 'after' | 'question' | 'at'> {
  return { id, after, question: body ?? '', at: at ?? '' };
}

async function titlesOf(tx: Tx, ids: readonly string[]) {
  const rows = ids.length === 0 ? [] : await tx.run(readTitles, { ids: [...new Set(ids)] });
  const titled = z.array(z.object({ id: SceneId, title: z.string() })).parse(rows);
  return new Map(titled.map((row) => [row.id as string, row]));
}

/** Where cited passages begin in their sources now. */
export async function cited(tx: Tx, sources: readonly Pick<AnswerSource, 'passageId'>[]) {
  const ids = [...new Set(sources.map(({ passageId }) => passageId))];
  const rows = ids.length === 0 ? [] : await tx.run(readCited, { ids });
  const passages = z.array(z.object({ id: z.string(), start: z.int(), text: z.string() })).parse(rows);
  return new Map(passages.map((passage) => [passage.id, passage]));
}

/** A source that stands follows its passage; a sentence whose source says it no longer is marked. */
async function citesChecked(tx: Tx, sources: readonly AnswerSource[]): Promise<(answer: Answer) => Answer> {
  const passages = await cited(tx, sources);
  return (answer) => {
    const gone = new Set<number>();
    const placed = answer.sources.map((source) => {
      const passage = passages.get(source.passageId);
      const at = passage?.text.indexOf(source.text) ?? -1;
      if (passage === undefined || at < 0) {
        gone.add(source.n);
        return source;
      }
      return { ...source, start: passage.start + at, end: passage.start + at + source.text.length };
    });
    const sentences = answer.sentences.map((sentence) =>
      sentence.n !== null && gone.has(sentence.n)
        ? { ...sentence, support: 'unsupported' as const }
        : sentence,
    );
    return { ...answer, sources: placed, sentences };
  };
}
