import { isAppError } from '../../graph-schema/app-error.ts';
import type { Answer, AnswerSentence } from '../../graph-schema/views/conversation-view.ts';
import type { Models } from '../../models/models.ts';
import { answerAlone } from '../../models/tasks/answer-alone.ts';
import { createSentenceReader } from '../vault/parse/sentences.ts';
import type { Talk } from './answer-question.ts';

/** What the model says by itself, because a person asked for it: every sentence is marked as its own. */
export async function answerWithoutNotes(
  models: Models,
  { question, seed, model }: { question: string; seed: number; model: string },
  { emit, signal }: Talk,
): Promise<Answer> {
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  let firstTokenSeconds: number | null = null;
  let said = '';
  let cause: string | null = null;
  try {
    said = await answerAlone(models, question, {
      priority: 'person',
      signal,
      seed,
      onText(text) {
        firstTokenSeconds ??= since();
        said += text;
        emit({ type: 'piece', text });
      },
    });
  } catch (error) {
    if (!signal.aborted && !isAppError(error)) throw error;
    cause = signal.aborted ? 'cancelled' : isAppError(error) ? error.code : null;
  }
  const spans = createSentenceReader()(said, 0);
  const sentences = spans.map(({ start, end }): AnswerSentence => ({
    text: said.slice(start, end),
    n: null,
    support: 'own',
  }));
  const state = cause === null ? 'whole' : 'partial';
  const none = { understood: null, sources: [], planned: 0 };
  return { ...none, state, cause, sentences, model, seed, seconds: since(), firstTokenSeconds };
}
