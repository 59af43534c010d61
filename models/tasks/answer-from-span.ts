import type { AskOptions, GenerateInput, Models } from '../models.ts';
import { contentStems, languageOf } from '../words/stem.ts';
import { answerWords } from './answer-from-span.words.ts';
import { formsWithoutSource } from './check-words.ts';
import { firstSentence } from './first-sentence.ts';
import { keepsNegation } from './keeps-negation.ts';
import type { DeclineReason, Written } from './outcome.ts';
import { plainSpan } from './plain-span.ts';
import { repeatsItself } from './repeats-itself.ts';

export interface AnswerInput {
  question: string;
  /** the one span that the sentence may be made of, as it stands in the note */
  span: string;
}

const maxTokens = 72;
/** Characters: what a small model reads in a second. */
const longestSpan = 360;
const longestQuestion = 240;

/**
 * One sentence that answers a question from one span, in its words. What comes before the question is the same each time, so that a model reads it once.
 * `onText` hears the words as they are written, before they are checked.
 */
export async function answerFromSpan(
  models: Pick<Models, 'generate'>,
  input: AnswerInput,
  options: AskOptions & { seed?: number; onText?: (piece: string) => void } = {},
): Promise<Written> {
  const { seed = 1, onText, ...ask } = options;
  const prompt = answerPrompt(input, seed);
  const { text, tokens } = await models.generate(
    { ...prompt, ...(onText && { onText }) },
    { purpose: 'answer', ...ask },
  );
  return checkAnswer(firstSentence(text, tokens < maxTokens), input, seed);
}

/** Has the model read what comes before every question of a language: the first answer then comes as soon as later ones. */
export async function readAheadOfAnswers(
  models: Pick<Models, 'generate'>,
  language: 'ru' | 'en',
  options: AskOptions = {},
): Promise<void> {
  const { ask } = answerWords[language];
  const nothing = { ...beforeQuestion(language), prompt: ask('', ''), maxTokens: 1, seed: 1 };
  await models.generate(nothing, { purpose: 'answer', ...options });
}

function beforeQuestion(language: 'ru' | 'en'): Pick<GenerateInput, 'system' | 'examples'> {
  const { system, ask, examples } = answerWords[language];
  return {
    system,
    examples: examples.map(({ question, span, answer }) => ({ prompt: ask(question, span), answer })),
  };
}

export function answerPrompt({ question, span }: AnswerInput, seed: number): GenerateInput {
  const language = languageOf(question);
  const { ask } = answerWords[language];
  return {
    ...beforeQuestion(language),
    prompt: ask(shortened(question, longestQuestion), shortened(plainSpan(span), longestSpan)),
    maxTokens,
    seed,
    stop: ['\n'],
  };
}

/** Every content word stands in the span (Russian ones in that very form), nothing is denied that it does not deny, in the question's language. */
export function checkAnswer(text: string, { question, span }: AnswerInput, seed: number): Written {
  const declined = (reason: DeclineReason): Written => ({ type: 'declined', reason, text });
  const stems = contentStems(text);
  if (stems.length < 2) return declined('empty');
  const language = languageOf(question);
  if (languageOf(text) !== language) return declined('language');
  if (repeatsItself(stems)) return declined('repeated');
  const known = new Set(contentStems(span));
  if (stems.some((stem) => !known.has(stem))) return declined('words');
  if (language === 'ru' && formsWithoutSource(text, [span]).length > 0) return declined('words');
  // what a note only asks it does not say
  if (/\?["»”)\s]*$/u.test(plainSpan(span))) return declined('off_topic');
  if (!keepsNegation(text, plainSpan(span))) return declined('negation');
  return { type: 'written', text: text.charAt(0).toUpperCase() + text.slice(1), seed };
}

function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/\s\S*$/u, '');
}
