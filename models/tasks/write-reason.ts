import type { AskOptions, GenerateInput, Models } from '../models.ts';
import { contentStems, languageOf } from '../words/stem.ts';
import { wordsWithoutSource } from './check-words.ts';
import { firstSentence } from './first-sentence.ts';
import type { Written } from './outcome.ts';
import { plainSpan } from './plain-span.ts';
import { reasonWords } from './write-reason.words.ts';

/** Changes with the prompt, the parser or the check: kept with every proposal. */
export const writeReasonVersion = 'write-reason/1';

/** A note's title and its quoted span, without markup. */
export interface ReasonSide {
  title: string;
  text: string;
}

export interface ReasonInput {
  from: ReasonSide;
  to: ReasonSide;
}

const longestSpan = 240;
const maxTokens = 48;

/** One line, in the notes' language: why the first note could link to the second. Greedy first; a text that fails the check is tried once more. */
export async function writeReason(
  models: Pick<Models, 'generate'>,
  input: ReasonInput,
  options: AskOptions & { seed?: number } = {},
): Promise<Written> {
  const { seed = 1, ...ask } = options;
  const first = await attempt(models, reasonPrompt(input, seed), input, ask);
  if (first.type === 'written') return first;
  return attempt(models, { ...reasonPrompt(input, seed + 1), temperature: 0.5 }, input, ask);
}

async function attempt(
  models: Pick<Models, 'generate'>,
  prompt: GenerateInput,
  input: ReasonInput,
  options: AskOptions,
): Promise<Written> {
  const { text, tokens } = await models.generate(prompt, options);
  return checkReason(firstSentence(text, tokens < maxTokens), input, prompt.seed);
}

export function reasonPrompt(input: ReasonInput, seed: number): GenerateInput {
  const { system, ask, start, examples } = reasonWords[languageOfReason(input)];
  return {
    system,
    examples: examples.map(({ from, to, because }) => ({
      prompt: ask(from, to),
      answer: `${start(to)} ${because}`,
    })),
    prompt: ask(shortened(input.from), shortened(input.to)),
    answerStart: start(input.to),
    maxTokens,
    seed,
    stop: ['\n'],
  };
}

/** `because` is what the model wrote after the words that every reason begins with. */
export function checkReason(because: string, input: ReasonInput, seed: number): Written {
  const language = languageOfReason(input);
  const clause = because.trim();
  const text = `${reasonWords[language].start(input.to)} ${lowerFirst(clause)}`;
  const sides = [input.from, input.to].map(({ title, text }) => `${title} ${text}`);
  if (contentStems(clause).length < 2) return { type: 'declined', reason: 'empty', text: clause };
  if (languageOf(clause) !== language) return { type: 'declined', reason: 'language', text: clause };
  if (wordsWithoutSource(clause, sides).length > 0)
    return { type: 'declined', reason: 'words', text: clause };
  const said = contentStems(clause);
  const isAboutBoth = sides.every((side) => {
    const known = new Set(contentStems(side));
    return said.some((stem) => known.has(stem));
  });
  return isAboutBoth
    ? { type: 'written', text, seed }
    : { type: 'declined', reason: 'one_sided', text: clause };
}

function languageOfReason({ from, to }: ReasonInput): 'ru' | 'en' {
  return languageOf(`${from.text} ${to.text}`);
}

function shortened({ title, text }: ReasonSide): ReasonSide {
  const plain = plainSpan(text);
  const isShort = plain.length <= longestSpan;
  return { title, text: isShort ? plain : plain.slice(0, longestSpan).replace(/\s\S*$/u, '') };
}

/** Lower case where only the first letter is a capital and the word is not a name of several capitals. */
function lowerFirst(text: string): string {
  return /^\p{Lu}[\p{Ll}\s]/u.test(text) && !/^\p{Script=Latin}/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;
}
