import { contentStems } from '../../../models/words/stem.ts';
import { createSentenceReader, type SentenceReader, type Span } from '../../vault/parse/sentences.ts';
import type { CorpusNote } from '../signals/corpus.ts';

/** A sentence that can be read alone, inside one passage; offsets into the section's text. */
export interface WholeSentence extends Span {
  passageId: string;
  /** of its words with content */
  stems: ReadonlySet<string>;
}

/** Words with content that say something; a sentence that leads to a list is read with the list alone. */
const fewestWords = 4;
const leadsOn = /[:—–-][\s*_~"”»)\]]*$/;
/** Code and link targets are no words. */
const noWords = /`[^`\n]*`|!?\[\[[^\][\n]*\]\]|https?:\/\/\S+/g;
/** What stands before the first word, and emphasis after the last mark. */
const before = /^[^\p{L}\p{N}«"“„(`[]+/u;
const after = /[\s*_~=>]+$/;

/** The sentences of sections, also those that go on in the next line of a callout. */
export function createWholeSentences(): (note: CorpusNote) => readonly WholeSentence[] {
  const read = createSentenceReader();
  const known = new WeakMap<CorpusNote, readonly WholeSentence[]>();
  return (note) => {
    const sentences = known.get(note) ?? readSentences(note, read);
    known.set(note, sentences);
    return sentences;
  };
}

function readSentences({ text, passages }: CorpusNote, read: SentenceReader): WholeSentence[] {
  const sentences = passages.flatMap((passage) =>
    paragraphsOf(text, passage).flatMap((paragraph) =>
      read(text.slice(paragraph.start, paragraph.end), paragraph.start).flatMap((span) => {
        const { start, end } = trim(text, span);
        const stems = new Set(contentStems(text.slice(start, end).replaceAll(noWords, ' ')));
        return stems.size < fewestWords ? [] : [{ passageId: passage.id, start, end, stems }];
      }),
    ),
  );
  const closed = sentences.filter(({ start, end }) => !leadsOn.test(text.slice(start, end)));
  return closed.length > 0 ? closed : sentences;
}

function trim(text: string, span: Span): Span {
  const words = text.slice(span.start, span.end);
  const start = span.start + (before.exec(words)?.[0].length ?? 0);
  return { start, end: Math.max(start, span.end - (after.exec(words)?.[0].length ?? 0)) };
}

const itemHead = /^[\s>]*(?:[-*+]\s|\d+[.)]\s|#{1,6}\s|\||\[!)/;
const closed = /[.!?…:;][\s*_~"”»)\]]*$/;

/** Lines that are one sentence go together; a list item, an empty line and what follows a mark that ends a sentence begin anew. */
function paragraphsOf(text: string, { start: from, end: to }: Span): Span[] {
  const paragraphs: Span[] = [];
  let isOpen = false;
  let at = from;
  for (const line of text.slice(from, to).split('\n')) {
    const end = at + line.length;
    const last = paragraphs.at(-1);
    if (line.replaceAll('>', '').trim() === '') isOpen = false;
    else {
      if (isOpen && last && !itemHead.test(line)) last.end = end;
      else paragraphs.push({ start: at, end });
      isOpen = !closed.test(line);
    }
    at = end + 1;
  }
  return paragraphs;
}
