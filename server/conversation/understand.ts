import { contentStems } from '../../models/words/stem.ts';

/** What was asked before in this talk, the last first, as it was understood; with what a summary keeps of older questions. */
export interface Thread {
  questions: readonly string[];
  /** one line a turn: its question, and what came of it */
  summary: string | null;
}

/** Begins as what goes on from something said before. */
const goesOn = /^(?:а|и|но|ну|тогда|ещё|еще|also|and|but|then|what about|how about|why not)(?!\p{L})/iu;
/** Stands for something that was said before. */
const standsFor =
  /(?<!\p{L})(?:он|она|оно|они|его|её|ее|их|ему|ей|им|ней|нём|нем|них|это|этого|этому|этим|этом|эта|эти|этих|этот|тот|та|те|там|туда|оттуда|такой|такие|it|its|they|them|their|this|that|these|those|there)(?!\p{L})/iu;
const fewWords = 2;
const longest = 300;

/** Whether a question cannot be understood without what was said before. */
export function isFollowUp(question: string): boolean {
  const words = contentStems(question).length;
  return words <= fewWords
    ? true
    : goesOn.test(question.trim()) || (standsFor.test(question) && words <= 2 * fewWords);
}

/** The question with what it goes on from, as a person would say it whole; null where the talk has nothing before it. */
export function withThread(question: string, { questions, summary }: Thread): string | null {
  const before = summaryLine(question, summary) ?? questions[0];
  if (before === undefined) return null;
  const known = new Set(contentStems(before));
  // asked in the same words: nothing to add
  if (contentStems(question).length > 0 && contentStems(question).every((stem) => known.has(stem)))
    return before;
  const shown = before.length > longest ? before.slice(0, longest).replace(/\s\S*$/u, '') : before;
  return `${shown.replace(/[\s?!.…]+$/u, '')} — ${question.trim()}`;
}

/** The line of the summary that shares most with the question, where the question names anything. */
function summaryLine(question: string, summary: string | null): string | null {
  const asked = new Set(contentStems(question));
  const lines = (summary ?? '').split('\n').filter((line) => line.trim() !== '');
  const shared = (line: string) => contentStems(line).filter((stem) => asked.has(stem)).length;
  const best = lines.toSorted((a, b) => shared(b) - shared(a))[0];
  return best !== undefined && asked.size > 0 && shared(best) > 0 ? best.replace(/^[-–—*•\s]+/u, '') : null;
}
