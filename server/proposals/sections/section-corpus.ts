import { isStopWord } from '../../../models/words/stem.ts';
import { createSentenceReader, type SentenceReader } from '../../vault/parse/sentences.ts';
import { saysSomething } from '../drafts/says-something.ts';
import { sentenceSpans } from '../evidence/sentences-of.ts';
import { type Corpus, type CorpusNote, type CorpusWord, readWords } from '../signals/corpus.ts';

/** A scene with words of its own, as the graph gives it. */
export interface SectionRow {
  id: string;
  rootId: string;
  title: string;
  kind: string;
  aliases: string[];
  /** its own, not those of what is part of it */
  passages: { id: string; text: string }[];
  /** ids of what contains it, the nearest first */
  within: string[];
  /** ids of the turns that follow it */
  next: string[];
  /** ids of the scenes that it is linked with, whichever way */
  links: string[];
}

/** `1.`, `2.3`, `IV)` and signs before the words of a heading. */
const numbering = /^[^\p{L}\p{N}]*(?:(?:\d+(?:\.\d+)*[.)]|\d+(?:\.\d+)+|[IVX]+[.)])[^\p{L}\p{N}]+)?/u;
/** A list item or footnote that begins with a link: it speaks of what it leads to. */
const leadsElsewhere = /^[\s>]*(?:(?:[-*+]|\d+[.)])\s+|\[\^[^\]\s]+\]:\s*)(?:!?\[\[|\[[^\]\n]*\]\(|https?:)/;
const comments = /%%[\s\S]*?%%|<!--[\s\S]*?-->/g;
const between = '\n\n';

/**
 * Scenes as a corpus of their own: a note is a scene's own text, its passages one after another, with blanks of the same length where it says nothing itself.
 * Offsets are into that text. Scenes that only lead elsewhere are left out. Words without content are no words: among so few scenes none is common enough to weigh little.
 * It has no links: of the few that there are each would speak for all around it, and one that is accepted would bring others with it.
 */
export function sectionCorpus(rows: readonly SectionRow[]): { corpus: Corpus; sections: SectionRow[] } {
  const read = createSentenceReader();
  const made = rows.flatMap((row) => {
    const note = sectionNote(row, read);
    return note.words.length === 0 ? [] : [{ row, note }];
  });
  return { corpus: { notes: made.map(({ note }) => note) }, sections: made.map(({ row }) => row) };
}

function sectionNote(
  { id, rootId, title, kind, aliases, passages }: SectionRow,
  read: SentenceReader,
): CorpusNote {
  const written = passages.map(({ text }) => text).join(between);
  const text = ownWords(written, read);
  let end = -between.length;
  return {
    id,
    path: rootId,
    // a turn is called by the first words of its text
    title: kind === 'turn' ? '' : title.replace(numbering, '') || title,
    aliases,
    text,
    links: [],
    words: contentWords(text),
    passages: passages.map((passage) => {
      const start = end + between.length;
      end = start + passage.text.length;
      return { id: passage.id, start, end, text: passage.text };
    }),
  };
}

/** A path or file in code: its parts are no words. */
const paths = /`[^`\n]*[._/][^`\n]*`/g;

function contentWords(text: string): CorpusWord[] {
  return readWords(text.replaceAll(paths, blank), []).filter(({ start, end }) => {
    const word = text.slice(start, end);
    return /\p{L}/u.test(word) && !isStopWord(word);
  });
}

/** The text with blanks for what only leads elsewhere; items that begin with a link count where there is nothing else. */
function ownWords(text: string, read: SentenceReader): string {
  const spoken = text.replaceAll(comments, blank);
  const own = blankLines(spoken, (line) => leadsElsewhere.test(line) || !speaks(line, read));
  return own.trim() === '' ? blankLines(spoken, (line) => !speaks(line, read)) : own;
}

function speaks(line: string, read: SentenceReader): boolean {
  const spans = sentenceSpans(line, { start: 0, end: line.length }, read);
  return spans.some(({ start, end }) => saysSomething(line.slice(start, end), new Set()));
}

function blankLines(text: string, isBlank: (line: string) => boolean): string {
  const lines = text.split('\n');
  return lines.map((line) => (isBlank(line) ? blank(line) : line)).join('\n');
}

function blank(text: string): string {
  return text.replaceAll(/[^\n]/g, ' ');
}
