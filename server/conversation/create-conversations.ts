import { sceneRef } from '../changes/steps.ts';
import { AppError } from '../../graph-schema/app-error.ts';
import { SceneId } from '../../graph-schema/ids.ts';
import type {
  Answer,
  AnswerEvent,
  ConversationView,
  TurnView,
} from '../../graph-schema/views/conversation-view.ts';
import { readAheadOfAnswers } from '../../models/tasks/answer-from-span.ts';
import { commitChange } from '../changes/commit-change.ts';
import { findVault } from '../field/find-vault.ts';
import type { FieldEvents } from '../jobs/jobs.ts';
import type { ProposedPair } from '../proposals/index.ts';
import type { SearchDeps } from '../search/search.ts';
import { answerQuestion, checkQuestion } from './answer-question.ts';
import { answerWithoutNotes } from './answer-without-notes.ts';
import { keepAnswer } from './keep-answer.ts';
import { type AskInput, keepQuestion, type KeptQuestion } from './keep-question.ts';
import { makeScene, type MadeScene } from './make-scene.ts';
import { proposeLink } from './propose-link.ts';
import { listTalks, readTalk, talkOf, type TalkEntry } from './read-talk.ts';
import { readyModel } from './ready-model.ts';
import { createRunningAnswers } from './running-answers.ts';
import { threadOf } from './thread-of.ts';

export type Way = 'again' | 'goOn' | 'alone';

export interface Conversations {
  /** The last one first. */
  list(): Promise<TalkEntry[]>;
  /** @throws AppError not_found */
  read(id: string): Promise<ConversationView>;
  /** A question in this language is being written: the model reads meanwhile what stands before it. */
  prepare(language: 'ru' | 'en'): Promise<void>;
  /** Keeps the question as a turn and begins to answer it. @throws AppError bad_input, question_too_long, not_found */
  ask(input: AskInput): Promise<KeptQuestion>;
  /** Another answer to a turn. `goOn`: its partial one is written on; `alone`: the model says what it can without the notes. @throws AppError not_found, model_not_ready */
  again(input: { turnId: string; way: Way }): Promise<void>;
  /** What is written so far stays. */
  stop(turnId: string): Promise<void>;
  /** The answer that is being made, from its beginning; ends with it, at once where none is. */
  follow(turnId: string, signal: AbortSignal): AsyncIterable<AnswerEvent>;
  /** A person's correction of what the older turns came to. @throws AppError not_found */
  correct(input: { id: string; text: string }): Promise<{ number: number }>;
  /** An answer as a scene of the field, with links to what it cites. @throws AppError not_found */
  makeScene(input: { answerId: string; title: string }): Promise<MadeScene>;
  /** A link between the notes of two of an answer's sources, for a person to decide on. @throws AppError not_found, bad_input */
  proposeLink(input: { answerId: string; from: number; to: number }): Promise<ProposedPair>;
  /** An answer that is not kept, for a command. `vault`: its name or id. @throws AppError vault_not_found and as `ask` */
  answer(input: { question: string; vault?: string | undefined; seed: number }): Promise<Answer>;
}

export interface ConversationDeps extends SearchDeps {
  events: FieldEvents;
  /** aborts when the field is closed */
  stopped: AbortSignal;
  /** a scene with new words is there */
  onWords(): Promise<void>;
  onFault(error: unknown): void;
}

const firstSeed = 1;

/** Talks with the field: each turn is a scene, kept by the log of changes. */
export function createConversations(deps: ConversationDeps): Conversations {
  const { graph, events, stopped } = deps;
  const running = createRunningAnswers(stopped);
  const publish = <T extends { number: number }>(done: T): T => {
    events.publish({ type: 'change', number: done.number, kind: 'edit' });
    return done;
  };

  /** Answers a kept question; what comes of it is kept before its end is told. */
  const answerTurn = (talkId: string, turnId: string, way: Way = 'again'): void => {
    const work = running.run(turnId, async ({ emit, signal }) => {
      const talk = await readTalk(graph, talkId);
      const turn = talk.turns.find(({ id }) => id === turnId);
      if (turn === undefined) throw new AppError('not_found', { values: { id: turnId } });
      const last = turn.answers.at(-1);
      const before = way === 'goOn' && last?.state === 'partial' && last.sources.length > 0 ? last : null;
      const seed = before?.seed ?? firstSeed + turn.answers.length;
      const model = way === 'alone' ? await readyModel(deps.models, 'write', signal) : null;
      const told = { signal, emit: (event: AnswerEvent) => void (event.type !== 'end' && emit(event)) };
      const answer =
        model === null
          ? await answerQuestion(
              deps,
              { ...askedOf(turn), thread: threadOf(talk, turn.after), seed, ...(before && { before }) },
              told,
            )
          : await answerWithoutNotes(deps.models, { question: turn.question, seed, model }, told);
      publish(await keepAnswer(graph, { talk, turn, answer, replaces: before?.id ?? null }));
      emit({ type: 'end', answer });
    });
    work.catch((error: unknown) => {
      if (!stopped.aborted) deps.onFault(error);
    });
  };

  return {
    list: () => listTalks(graph),
    async read(id) {
      const talk = await readTalk(graph, id);
      const ids = running.ids();
      return { ...talk, answering: talk.turns.flatMap((turn) => (ids.includes(turn.id) ? [turn.id] : [])) };
    },
    async prepare(language) {
      if ((await readyModel(deps.models, 'write', stopped)) === null) return;
      await readAheadOfAnswers(deps.models, language, { priority: 'soon', signal: stopped });
    },
    async ask(input) {
      const question = input.question.trim();
      checkQuestion(question);
      const kept = publish(await keepQuestion(graph, { ...input, question }));
      answerTurn(kept.conversationId, kept.turnId);
      return kept;
    },
    async again({ turnId, way }) {
      const talkId = await talkOf(graph, turnId);
      if (way === 'alone' && (await readyModel(deps.models, 'write', stopped)) === null)
        throw new AppError('model_not_ready', { values: { role: 'write' } });
      answerTurn(talkId, turnId, way);
    },
    stop: running.stop,
    follow: running.follow,
    async correct({ id, text }) {
      const talk = await readTalk(graph, await talkOf(graph, id));
      if (!talk.summaries.some((summary) => summary.id === id))
        throw new AppError('not_found', { values: { id } });
      const steps = [{ type: 'set' as const, node: sceneRef(SceneId.parse(id)), after: { body: text } }];
      const values = { title: talk.title };
      return publish(
        await graph.write(async (tx) => ({
          number: await commitChange(tx, { kind: 'edit', values, steps }),
        })),
      );
    },
    async makeScene(input) {
      const made = publish(await makeScene(graph, input));
      await deps.onWords();
      return made;
    },
    proposeLink: (input) => proposeLink(deps, input),
    async answer({ question, vault, seed }) {
      const vaultId = vault === undefined ? null : await findVault(graph, vault);
      await Promise.all([
        readyModel(deps.models, 'embed', stopped),
        readyModel(deps.models, 'write', stopped),
      ]);
      return answerQuestion(
        deps,
        { question, vaultId, selected: [], thread: { questions: [], summary: null }, seed },
        { emit: () => undefined, signal: stopped },
      );
    },
  };
}

function askedOf({ question, vaultId, context }: TurnView) {
  return { question, vaultId, selected: context.map(({ id }) => id) };
}
