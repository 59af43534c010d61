import type { AskOptions, GenerateInput, Models } from '../models.ts';
import { contentStems, languageOf } from '../words/stem.ts';
import { formsWithoutSource, wordsWithoutSource } from './check-words.ts';
import { firstSentence } from './first-sentence.ts';
import { keepsNegation } from './keeps-negation.ts';
import type { DeclineReason, Written } from './outcome.ts';
import { repeatsItself } from './repeats-itself.ts';
import { plainSpan } from './plain-span.ts';
import { reasonWords } from './write-reason.words.ts';

/** Changes with the prompt, the parser or the check: kept with every proposal. */
export const writeReasonVersion = 'write-reason/3';

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
const maxTokens = 32;
/** Characters: one line on a card holds two such halves. */
const longestGist = 96;

/**
 * One line in the notes' language: what the first note says in its span, and the second in its own. Each half is written from its own span, since a small
 * model that sees both copies one of them whole or makes up what joins them. Greedy, and once: another go at a higher temperature wrote the same.
 */
export async function writeReason(
  models: Pick<Models, 'generate'>,
  { from, to }: ReasonInput,
  options: AskOptions & { seed?: number } = {},
): Promise<Written> {
  const { seed = 1, ...ask } = options;
  const first = await writeGist(models, { side: from, about: to.title, seed }, ask);
  if (first.type === 'declined') return first;
  const second = await writeGist(models, { side: to, about: from.title, seed }, ask);
  return second.type === 'declined'
    ? second
    : joinGists({ title: from.title, gist: first.text }, { title: to.title, gist: second.text }, seed);
}

type Gist = { type: 'gist'; text: string } | Extract<Written, { type: 'declined' }>;

interface GistInput {
  side: ReasonSide;
  /** title of the other note */
  about: string;
  seed: number;
}

async function writeGist(
  models: Pick<Models, 'generate'>,
  input: GistInput,
  options: AskOptions,
): Promise<Gist> {
  const { text, tokens } = await models.generate(gistPrompt(input), { purpose: 'reason', ...options });
  return checkGist(firstSentence(text, tokens < maxTokens), input.side);
}

export function gistPrompt({ side, about, seed }: GistInput): GenerateInput {
  const { system, ask, examples } = reasonWords[languageOf(side.text)];
  return {
    system,
    examples: examples.map(({ about, gist, ...example }) => ({ prompt: ask(example, about), answer: gist })),
    prompt: ask(shortened(side), about),
    maxTokens,
    seed,
    stop: ['\n'],
  };
}

/** Half a thought when what follows its comma is cut off. */
const halfThought = /^(?:если|когда|чтобы|хотя|пока|прежде|if|when|while|although|before|to)\s/iu;

/** What is left of a list whose end was cut off: “…, and measures”. */
const danglingEnd = /,\s(?:и|или|а|но|and|or|but)\s\S+$/u;

/** A whole thought of the span, shorter than it may be, in its words and its language, that denies nothing it does not deny. */
export function checkGist(written: string, side: ReasonSide): Gist {
  const text = withinLength(written.replace(/[\s.;:,–—-]+$/u, '')).replace(danglingEnd, '');
  const declined = (reason: DeclineReason): Gist => ({ type: 'declined', reason, text });
  if (contentStems(text).length < 2) return declined('empty');
  if (text.length > longestGist) return declined('long');
  if (repeatsItself(contentStems(text))) return declined('repeated');
  const language = languageOf(side.text);
  if (languageOf(text) !== language) return declined('language');
  const withoutSource = language === 'ru' ? formsWithoutSource : wordsWithoutSource;
  if (withoutSource(text, [side.text, side.title]).length > 0) return declined('words');
  return keepsNegation(text, plainSpan(side.text)) ? { type: 'gist', text } : declined('negation');
}

/** A long sentence without its last clauses, where what is left is a thought of its own. */
function withinLength(text: string): string {
  if (text.length <= longestGist || halfThought.test(text)) return text;
  const end = text.slice(0, longestGist).lastIndexOf(', ');
  return end > 0 ? text.slice(0, end) : text;
}

/** The two halves as one line, each with its note's title: a mark alone between them would claim what neither says. One that only says the other again is none. */
export function joinGists(first: Titled, second: Titled, seed: number): Written {
  const [said, added] = [contentStems(first.gist), contentStems(second.gist)];
  const text = `${told(first)}; ${told(second)}.`;
  const isAboutBoth =
    said.some((stem) => !added.includes(stem)) && added.some((stem) => !said.includes(stem));
  return isAboutBoth ? { type: 'written', text, seed } : { type: 'declined', reason: 'one_sided', text };
}

interface Titled {
  title: string;
  gist: string;
}

/** Characters of a title that say which note is meant. */
const longestTitle = 40;

function told({ title, gist }: Titled): string {
  const name = title.length > longestTitle ? `${title.slice(0, longestTitle - 1).trimEnd()}…` : title;
  return `${name}: ${lowerFirst(gist)}`;
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
