import { createTranslator } from 'use-intl/core';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import type {
  Answer,
  AnswerEvent,
  AnswerSentence,
  AnswerSource,
} from '../../graph-schema/views/conversation-view.ts';
import { messagesFor } from '../../messages/index.ts';
import { answerFromSpan } from '../../models/tasks/answer-from-span.ts';
import { contentStems, languageOf } from '../../models/words/stem.ts';
import type { SearchDeps } from '../search/search.ts';
import { answerable, answeredFrom, fitOf } from './answerable.ts';
import { chooseSpans, quoteOf } from './choose-spans.ts';
import { findPassages, type Found } from './find-passages.ts';
import { readyModel } from './ready-model.ts';
import { isFollowUp, type Thread, withThread } from './understand.ts';

export interface QuestionInput {
  question: string;
  vaultId: string | null;
  /** scenes that the person has selected */
  selected: readonly string[];
  thread: Thread;
  seed: number;
  /** a partial answer to the same question: it goes on from there, with its sources */
  before?: Pick<Answer, 'sentences' | 'sources' | 'planned' | 'understood'>;
}

export interface Talk {
  emit(event: AnswerEvent): void;
  signal: AbortSignal;
}

/** Characters; more is a text, not a question. */
const longestQuestion = 4000;

/**
 * Answers from the notes: the passages and sentences are chosen by signals, the model words one sentence from each, and where its words are not the
 * source's, the source's own sentence stands in. When nothing fits it says so, and no model is asked.
 * A stop or a lost model leaves a partial answer. @throws AppError bad_input, question_too_long
 */
export async function answerQuestion(deps: SearchDeps, input: QuestionInput, talk: Talk): Promise<Answer> {
  const question = input.question.trim();
  checkQuestion(question);
  const clock = startClock();
  const { sources, planned, understood, isAnswered } = input.before
    ? { ...input.before, isAnswered: true }
    : await findSources(deps, { ...input, question });
  const about = { seed: input.seed, understood, sources: isAnswered ? sources : [], planned, model: null };
  if (understood !== null) talk.emit({ type: 'understood', text: understood });
  if (!isAnswered) return end(talk, { ...about, ...clock(), state: 'declined', cause: null, sentences: [] });
  talk.emit({ type: 'sources', sources });
  const writer = await readyModel(deps.models, 'write', talk.signal);
  const sentences: AnswerSentence[] = [...(input.before?.sentences ?? [])];
  const done = new Set(sentences.map(({ n }) => n));
  for (const source of sources.slice(0, planned)) {
    if (done.has(source.n)) continue;
    try {
      talk.signal.throwIfAborted();
      const sentence = await sentenceFrom(
        deps,
        { source, question: understood ?? question, seed: input.seed, writer },
        {
          ...talk,
          emit(event) {
            if (event.type === 'piece') clock.first();
            talk.emit(event);
          },
        },
      );
      clock.first();
      sentences.push(sentence);
      talk.emit({ type: 'sentence', sentence });
    } catch (error) {
      const cause = talk.signal.aborted ? 'cancelled' : isAppError(error) ? error.code : null;
      if (cause === null) throw error;
      return end(talk, { ...about, ...clock(), model: writer, state: 'partial', cause, sentences });
    }
  }
  return end(talk, { ...about, ...clock(), model: writer, state: 'whole', cause: null, sentences });
}

/** @throws AppError bad_input, question_too_long */
export function checkQuestion(question: string): void {
  if (question === '') throw new AppError('bad_input', { values: { field: 'question' } });
  if (question.length > longestQuestion)
    throw new AppError('question_too_long', { values: { most: longestQuestion } });
}

/** The one sentence of an answer that declines, in the question's language. */
export function declineWords(question: string): string {
  const language = languageOf(question);
  return createTranslator({ locale: language, messages: messagesFor(language) })('conversation.declined');
}

interface Sources {
  sources: AnswerSource[];
  planned: number;
  understood: string | null;
  isAnswered: boolean;
}

/**
 * A question that cannot stand alone is looked for with what it goes on from, one that can by itself only: beside an earlier question anything would be
 * answered, with the earlier answer.
 */
async function findSources(
  deps: SearchDeps,
  { question, vaultId, selected, thread }: QuestionInput,
): Promise<Sources> {
  const whole = withThread(question, thread);
  const look = async (text: string) => {
    const found = await findPassages(deps, { text, vaultId, selected, now: new Date() });
    return { text, found, fit: isAsked(found) ? answerable(fitOf(found)) : 0 };
  };
  const leans = whole !== null && isFollowUp(question);
  const tried = [await look(leans ? whole : question)];
  if (leans && whole !== question && (tried[0]?.fit ?? 0) < answeredFrom) tried.push(await look(question));
  const best = tried.find(({ fit }) => fit >= answeredFrom) ?? tried[0];
  const isAnswered = best !== undefined && best.fit >= answeredFrom;
  return {
    ...(best && isAnswered ? chooseSpans(best.found) : { sources: [], planned: 0 }),
    understood: best && best.text !== question ? best.text : null,
    isAnswered,
  };
}

function isAsked({ passages, words }: Found): boolean {
  return passages.length > 0 && words.length > 0;
}

interface SentenceInput {
  source: AnswerSource;
  question: string;
  seed: number;
  writer: string | null;
}

async function sentenceFrom(
  { models }: SearchDeps,
  { source, question, seed, writer }: SentenceInput,
  { emit, signal }: Talk,
): Promise<AnswerSentence> {
  const quote: AnswerSentence = { text: quoteOf(source), n: source.n, support: 'quoted' };
  if (writer === null) return quote;
  const written = await answerFromSpan(
    models,
    { question, span: source.text },
    { priority: 'person', signal, seed, onText: (text) => emit({ type: 'piece', text }) },
  );
  // A note's instruction to the model may come back in its own words, but not as more than a quote.
  return written.type === 'written' && contentStems(written.text).length > 0
    ? { text: written.text, n: source.n, support: 'worded' }
    : quote;
}

function end(talk: Talk, answer: Answer): Answer {
  talk.emit({ type: 'end', answer });
  return answer;
}

/** Seconds so far, and until the first word. */
function startClock() {
  const began = performance.now();
  let firstTokenSeconds: number | null = null;
  const since = () => (performance.now() - began) / 1000;
  return Object.assign(() => ({ seconds: since(), firstTokenSeconds }), {
    first() {
      firstTokenSeconds ??= since();
    },
  });
}
