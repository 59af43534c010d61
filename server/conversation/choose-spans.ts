import type { AnswerSource } from '../../graph-schema/views/conversation-view.ts';
import { contentStems } from '../../models/words/stem.ts';
import { plainSpan } from '../../models/tasks/plain-span.ts';
import { sentenceSpans } from '../proposals/index.ts';
import { plainText } from '../vault/parse/plain-text.ts';
import { createSentenceReader, type Span } from '../vault/parse/sentences.ts';
import { mostSources } from './answerable.ts';
import type { Found, FoundPassage } from './find-passages.ts';
import { type AskedWord, coverage } from './word-weights.ts';

export interface ChosenSpans {
  sources: AnswerSource[];
  /** the answer is made of the first so many of them */
  planned: number;
}

/** Characters of a cited span: a few sentences that stand together. */
const [longestSpan, shortSpan] = [320, 200];
const fewestStems = 3;
/** A further source is part of the answer where it is this good beside the best, and adds something. */
const goodEnough = 0.6;
const mostPlanned = 3;
/** What of a sentence's words may be known already, before it adds nothing. */
const sameShare = 0.6;

/** The best passages, each with the sentences in it that say most of what is asked; those that the answer is made of come first. */
export function chooseSpans({ passages, words }: Found): ChosenSpans {
  const read = createSentenceReader();
  const spans = passages.slice(0, mostSources).map((passage) => {
    const span = bestSpan(passage, words, read);
    const text = passage.text.slice(span.start, span.end);
    const stems = contentStems(text);
    return { passage, span, text, stems, covered: coverage(words, new Set(stems)) };
  });
  // a question says nothing of itself; one stands in only where there is nothing else
  const telling = spans.filter(({ text }) => !asks(text));
  const byWorth = (telling.length > 0 ? telling : spans).toSorted((a, b) => worthOfSpan(b) - worthOfSpan(a));
  const [first] = byWorth;
  if (first === undefined) return { sources: [], planned: 0 };
  const planned = [first];
  for (const each of byWorth.slice(1)) {
    const said = new Set(planned.flatMap(({ stems }) => stems));
    const known = each.stems.filter((stem) => said.has(stem)).length;
    const isNew = each.stems.length > 0 && known < each.stems.length * sameShare;
    const isGood = worthOfSpan(each) >= worthOfSpan(first) * goodEnough;
    if (planned.length < mostPlanned && isNew && isGood && each.covered > 0) planned.push(each);
  }
  const ordered = [...planned, ...spans.filter((each) => !planned.includes(each))];
  return {
    planned: planned.length,
    sources: ordered.map(({ passage, span, text }, at) => ({
      n: at + 1,
      passageId: passage.id,
      sceneId: passage.sceneId,
      rootId: passage.rootId,
      title: passage.title,
      vault: passage.vault,
      path: passage.path,
      start: passage.start + span.start,
      end: passage.start + span.end,
      text,
    })),
  };
}

/** A passage counts by all that speaks for it, and by what its own sentences say of the question. */
function worthOfSpan({ passage, covered }: { passage: FoundPassage; covered: number }): number {
  return passage.score + covered;
}

function asks(text: string): boolean {
  return /\?["»”*_)\s]*$/u.test(text);
}

/** The source's own sentences as a reader sees them, on one line. */
export function quoteOf({ text }: Pick<AnswerSource, 'text'>): string {
  const lines = plainSpan(text)
    .split('\n')
    .map(plainText)
    .filter((line) => line !== '');
  return lines
    .map((line, at) => (at === lines.length - 1 || /[.!?…:;,]["»”)]*$/u.test(line) ? line : `${line};`))
    .join(' ');
}

/** Offsets into the passage: the sentence that covers most of the question, and what belongs to it on either side. */
function bestSpan(
  { text }: FoundPassage,
  words: readonly AskedWord[],
  read: ReturnType<typeof createSentenceReader>,
): Span {
  const sentences = sentenceSpans(text, { start: 0, end: text.length }, read);
  const worths = sentences.map((sentence) => worthOf(text.slice(sentence.start, sentence.end), words));
  const best = worths.indexOf(Math.max(...worths));
  const chosen = sentences[best];
  if (chosen === undefined) return { start: 0, end: Math.min(text.length, longestSpan) };
  let [first, last] = [best, best];
  const lengthWith = (from: number, to: number) =>
    (sentences[to]?.end ?? Infinity) - (sentences[from]?.start ?? 0);
  const textAt = (at: number) => text.slice(sentences[at]?.start ?? 0, sentences[at]?.end ?? 0);
  // what it leads to belongs to it: the items after a colon, the answer after a question; else what stands beside it in few words
  const most = () => (asks(textAt(last)) || /:[*_\s]*$/u.test(textAt(last)) ? longestSpan : shortSpan);
  while (last + 1 < sentences.length && lengthWith(first, last + 1) <= most()) last += 1;
  // where it only goes on from the one before it
  const goesOn =
    /^(?:это|этот|эта|эти|он|она|они|оно|так|тогда|поэтому|this|that|these|it|they|then|so)(?!\p{L})/iu;
  if (first > 0 && goesOn.test(text.slice(chosen.start)) && lengthWith(first - 1, last) <= longestSpan)
    first -= 1;
  const end = sentences[last]?.end ?? chosen.end;
  const start = sentences[first]?.start ?? chosen.start;
  return { start, end: Math.min(end, start + 2 * longestSpan) };
}

/** Covers the question; a heading, a question and a scrap say less than they promise. */
function worthOf(sentence: string, words: readonly AskedWord[]): number {
  const stems = contentStems(sentence);
  const covered = coverage(words, new Set(stems));
  const added = Math.min(1, stems.length / 8);
  const isQuestion = asks(sentence);
  return covered + 0.25 * added - (isQuestion ? 0.3 : 0) - (stems.length < fewestStems ? 0.3 : 0);
}
