import type { AskOptions, JudgeInput, Models } from '../models.ts';
import { languageOf } from '../words/stem.ts';
import { judgeWords } from './judge-links.words.ts';
import { plainSpan } from './plain-span.ts';

/** Changes with the prompts: what a vault's test found holds for these words only. */
export const judgeLinksVersion = 'judge-links/1';

/** A note as the judge reads it. */
export interface JudgedNote {
  title: string;
  text: string;
}

/** `pointwise`: each candidate by itself, yes or no. `setwise`: five side by side, which one; only larger models can. */
export type JudgeWay = 'pointwise' | 'setwise';

export interface Verdict {
  /** 0 … 1; comparable between candidates of one source, and between sources as far as the model is */
  probability: number;
}

export interface Verdicts {
  verdicts: Verdict[];
  promptTokens: number;
  model: string;
}

/** About 500 tokens of Russian: the source is read once, so it may be long. */
const longestSource = 1600;
/** Every candidate is read anew. */
const longestCandidate = 140;
const setSize = 5;
const letters = ['A', 'B', 'C', 'D', 'E'];
/** Where a grammar would put the answer: the model reads this beginning, so nothing has to be written before the word that counts. */
const answerStart = '{"answer": "';

/** How probable it is, by the model's own probabilities, that the source needs a link to each candidate. The candidates' order is kept. */
export async function judgeLinks(
  models: Pick<Models, 'judge'>,
  { source, candidates, way }: { source: JudgedNote; candidates: readonly JudgedNote[]; way: JudgeWay },
  options: AskOptions = {},
): Promise<Verdicts> {
  if (candidates.length === 0) return { verdicts: [], promptTokens: 0, model: '' };
  const input = way === 'pointwise' ? onePrompts(source, candidates) : setPrompts(source, candidates);
  const { shares, promptTokens, model } = await models.judge(input, { purpose: 'judging', ...options });
  const verdicts = candidates.map((_, at): Verdict => {
    const share = way === 'pointwise' ? shares[at]?.[0] : shares[Math.floor(at / setSize)]?.[at % setSize];
    // No number is no verdict, neither for nor against.
    return { probability: Number.isFinite(share) ? (share ?? 0.5) : 0.5 };
  });
  return { verdicts, promptTokens, model };
}

/** Smaller ones cannot hold five notes beside each other (measured: chance). */
export function wayFor(model: string): JudgeWay {
  const billions = Number(/(\d+(?:\.\d+)?)b\b/iu.exec(model)?.[1] ?? 0);
  return billions >= 4 ? 'setwise' : 'pointwise';
}

function onePrompts(source: JudgedNote, candidates: readonly JudgedNote[]): JudgeInput {
  const words = judgeWords[languageOf(source.text)];
  const shown = candidates.map((each) => words.candidate(each.title, cut(each.text, longestCandidate)));
  return {
    ...common(source),
    system: words.system,
    endings: shown.map((text) => text + words.question),
    answers: words.answers,
    ranking: ranking(source, candidates),
  };
}

function setPrompts(source: JudgedNote, candidates: readonly JudgedNote[]): JudgeInput {
  const words = judgeWords[languageOf(source.text)];
  const sets = Array.from({ length: Math.ceil(candidates.length / setSize) }, (_, at) =>
    candidates.slice(at * setSize, (at + 1) * setSize),
  );
  const ending = (set: readonly JudgedNote[]) =>
    set
      .map(({ title, text }, at) => `${letters[at]}. ${words.candidate(title, cut(text, longestCandidate))}`)
      .join('');
  return {
    ...common(source),
    system: words.setSystem,
    endings: sets.map((set) => ending(set) + words.setQuestion),
    answers: letters,
    ranking: ranking(source, candidates),
  };
}

function common(source: JudgedNote): Pick<JudgeInput, 'prefix' | 'answerStart'> {
  const words = judgeWords[languageOf(source.text)];
  return { prefix: words.source(source.title, cut(source.text, longestSource)), answerStart };
}

function ranking(source: JudgedNote, candidates: readonly JudgedNote[]): JudgeInput['ranking'] {
  return {
    query: `${source.title}\n${cut(source.text, longestSource)}`,
    documents: candidates.map(({ title, text }) => `${title}\n${cut(text, longestCandidate)}`),
  };
}

/** Plain text without the marks that set a note apart from the question, cut at a word. */
function cut(text: string, most: number): string {
  const plain = plainSpan(text).replace(/[«»]{3,}/gu, '');
  return plain.length <= most ? plain : plain.slice(0, most).replace(/\s\S*$/u, '');
}
