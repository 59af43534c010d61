import type { AskOptions, GenerateInput, Models } from '../models.ts';
import { contentStems, languageOf } from '../words/stem.ts';
import { wordsWithoutSource } from './check-words.ts';
import { draftWords } from './draft-scene.words.ts';
import { firstSentence } from './first-sentence.ts';
import type { DeclineReason } from './outcome.ts';
import { repeatsItself } from './repeats-itself.ts';
import { plainSpan } from './plain-span.ts';

/** Changes with the prompt, the parser or the check: kept with every proposal. */
export const draftSceneVersion = 'draft-scene/2';

/** A passage that speaks of the missing scene. `text` is without markup; `title` is that of the scene it stands in. */
export interface DraftSpan {
  id: string;
  title: string;
  text: string;
}

export interface DraftInput {
  /** title of the scene that nobody has written yet */
  title: string;
  /** best first */
  spans: readonly DraftSpan[];
}

export interface DraftSentence {
  text: string;
  /** the span that it was written from: known because the model saw no other */
  source: string;
}

export interface Draft {
  sentences: DraftSentence[];
  /** how many sentences were dropped, by reason */
  dropped: Partial<Record<DeclineReason, number>>;
  seed: number;
}

export interface DraftOptions extends AskOptions {
  seed?: number;
  /** what an earlier run wrote, whose spans are not among these any more */
  before?: readonly DraftSentence[];
  /** called with each sentence as it is written */
  onSentence?: (sentence: DraftSentence) => void;
}

/** A draft is a beginning, not the note. */
export const mostSentences = 5;

const longestSpan = 420;
const maxTokens = 64;
/** Two sentences of which so large a share of the words is the same say the same. */
const sameShare = 0.7;

/** Drafts a missing scene sentence by sentence, each from one span. What fails the check is dropped and counted; the draft may be empty. */
export async function draftScene(
  models: Pick<Models, 'generate'>,
  input: DraftInput,
  options: DraftOptions = {},
): Promise<Draft> {
  const { seed = 1, before = [], onSentence, ...ask } = options;
  const draft: Draft = { sentences: [...before], dropped: {}, seed };
  for (const span of input.spans) {
    if (draft.sentences.length >= mostSentences) break;
    const written = await writeSentence(models, { input, span, seed, before: draft.sentences }, ask);
    if (written.type === 'declined') {
      draft.dropped[written.reason] = (draft.dropped[written.reason] ?? 0) + 1;
      continue;
    }
    const sentence = { text: written.text, source: span.id };
    draft.sentences.push(sentence);
    onSentence?.(sentence);
  }
  return draft;
}

type SentenceOutcome =
  | { type: 'written'; text: string }
  | { type: 'declined'; reason: DeclineReason; text: string };

interface SentenceInput {
  input: DraftInput;
  span: DraftSpan;
  seed: number;
  before: readonly DraftSentence[];
}

/** Begins as the model likes; where that does not pass, once more with the topic as its first words, which keeps a small model to it. */
async function writeSentence(
  models: Pick<Models, 'generate'>,
  { input, span, seed, before }: SentenceInput,
  options: AskOptions,
): Promise<SentenceOutcome> {
  let written: SentenceOutcome = { type: 'declined', reason: 'empty', text: '' };
  for (const answerStart of ['', `${input.title}:`]) {
    const { text, tokens } = await models.generate(
      { ...draftPrompt(input.title, span, seed), answerStart },
      { purpose: 'draft', ...options },
    );
    const sentence = firstSentence(answerStart + text, tokens < maxTokens);
    written = checkSentence(sentence, input.title, span, before);
    if (written.type === 'written') break;
  }
  return written;
}

export function draftPrompt(title: string, span: DraftSpan, seed: number): GenerateInput {
  const { system, ask, examples } = draftWords[languageOf(span.text)];
  return {
    system,
    examples: examples.map((example) => ({
      prompt: ask(example.title, example.text),
      answer: example.answer,
    })),
    prompt: ask(title, aroundMention(plainSpan(span.text), title)),
    maxTokens,
    seed,
    stop: ['\n'],
  };
}

/** About the topic, every content word in the span or in one of the two titles, and not what the draft says already. */
export function checkSentence(
  sentence: string,
  title: string,
  span: DraftSpan,
  before: readonly DraftSentence[],
): SentenceOutcome {
  const said = contentStems(sentence);
  const ofTitle = new Set(contentStems(title));
  if (said.filter((stem) => !ofTitle.has(stem)).length < 2)
    return { type: 'declined', reason: 'empty', text: sentence };
  if (ofTitle.size > 0 && !said.some((stem) => ofTitle.has(stem))) {
    return { type: 'declined', reason: 'off_topic', text: sentence };
  }
  if (languageOf(sentence.replace(title, '')) !== languageOf(span.text))
    return { type: 'declined', reason: 'language', text: sentence };
  if (wordsWithoutSource(sentence, [span.text, span.title, title]).length > 0) {
    return { type: 'declined', reason: 'words', text: sentence };
  }
  const isRepeated = before.some(({ text }) => {
    const known = new Set(contentStems(text));
    return said.filter((stem) => known.has(stem)).length >= said.length * sameShare;
  });
  if (isRepeated || repeatsItself(said)) return { type: 'declined', reason: 'repeated', text: sentence };
  return { type: 'written', text: sentence.charAt(0).toUpperCase() + sentence.slice(1) };
}

/** A long span is cut to the part around the title's words, at word ends. */
function aroundMention(text: string, title: string): string {
  if (text.length <= longestSpan) return text;
  const mention = Math.max(0, text.toLowerCase().indexOf(title.toLowerCase()));
  const start = Math.max(0, Math.min(mention - longestSpan / 3, text.length - longestSpan));
  const cut = text.slice(start, start + longestSpan).replace(/\s\S*$/u, '');
  return start === 0 ? cut : cut.replace(/^\S*\s/u, '');
}
