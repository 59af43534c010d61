import { wordsOf } from '../../../models/words/stem.ts';
import { createSentenceReader, type SentenceReader, type Span } from '../../vault/parse/sentences.ts';
import { type CorpusNote, createStems } from '../signals/corpus.ts';

/** A sentence of a note, whole inside one passage; offsets into the note's text. */
export interface Sentence {
  passageId: string;
  start: number;
  end: number;
  stems: ReadonlySet<string>;
}

/** Heads of list items, quotes, callouts, headings and table rows are no part of a sentence. */
const lineHead = /^[\s>]*(?:\[![^\][]+\][+-]?\s*)?(?:(?:[-*+]|\d+[.)]|#{1,6})\s+)?(?:\[[ xX]\]\s+)?\|?\s*/;
const fewestWords = 3;

/** Reads a note's sentences once and keeps them: evidence is looked for in the same notes again and again. */
export function createSentencesOf(): (note: CorpusNote) => readonly Sentence[] {
  const known = new WeakMap<CorpusNote, readonly Sentence[]>();
  const read = createSentenceReader();
  const stemOf = createStems();
  return (note) => {
    const sentences = known.get(note) ?? readSentences(note, read, stemOf);
    known.set(note, sentences);
    return sentences;
  };
}

function readSentences(note: CorpusNote, read: SentenceReader, stemOf: (word: string) => string): Sentence[] {
  return note.passages.flatMap((passage) =>
    sentenceSpans(note.text, passage, read).map((span) => ({
      passageId: passage.id,
      ...span,
      stems: new Set(wordsOf(note.text.slice(span.start, span.end)).map((word) => stemOf(word.text))),
    })),
  );
}

/** The sentences of a stretch of Markdown, line by line, without what heads a line; half a link is none. */
export function sentenceSpans(text: string, { start: from, end: to }: Span, read: SentenceReader): Span[] {
  return linesOf(text, from, to).flatMap(({ start, end }) =>
    read(text.slice(start, end), start).filter((span) => hasWholeLinks(text.slice(span.start, span.end))),
  );
}

/** The beginning of a Markdown link whose target goes on, or the end of such a target. */
const halfLink = /\]\([^()\s]*$|^(?!\p{L}{0,2}\d{0,3}\))[^\s()]+\)/u;

/** A question mark in a link's target may have cut the link in two: half a link is no quote. */
function hasWholeLinks(text: string): boolean {
  return text.split('[[').length === text.split(']]').length && !halfLink.test(text);
}

function linesOf(text: string, from: number, to: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = [];
  for (let start = from; start < to;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 || found > to ? to : found;
    const head = lineHead.exec(text.slice(start, end))?.[0].length ?? 0;
    if (start + head < end) lines.push({ start: start + head, end });
    start = end + 1;
  }
  return lines;
}

/** Whether a sentence says enough to stand as a quote. */
export function isQuotable(sentence: Sentence): boolean {
  return sentence.stems.size >= fewestWords;
}
