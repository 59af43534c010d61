import type { CorpusNote } from '../signals/corpus.ts';
import { createSentencesOf, type Sentence } from './sentences-of.ts';

/** A line that so many notes have word for word is a template's, a footer's, and says nothing of any of them. */
const manyNotes = 5;
/** A shorter one is a word or two that anybody may use. UTF-16 units. */
const shortest = 12;
const comments = /%%[\s\S]*?%%|<!--[\s\S]*?-->/g;

/** The sentences with which a note speaks for itself: not those in lines that it shares with many, and not comments, which no reader sees. */
export function createOwnSentences(notes: readonly CorpusNote[]): (note: CorpusNote) => readonly Sentence[] {
  const all = createSentencesOf();
  const isOwn = ownPlaces(notes);
  const known = new WeakMap<CorpusNote, readonly Sentence[]>();
  return (note) => {
    const own = known.get(note) ?? all(note).filter((sentence) => isOwn(note, sentence));
    known.set(note, own);
    return own;
  };
}

function ownPlaces(notes: readonly CorpusNote[]) {
  const having = new Map<string, number>();
  for (const note of notes)
    for (const line of new Set(note.text.split('\n').map((words) => words.trim())))
      if (line.length >= shortest) having.set(line, (having.get(line) ?? 0) + 1);
  const shared = new Set([...having].flatMap(([line, count]) => (count >= manyNotes ? [line] : [])));
  const hidden = new WeakMap<CorpusNote, { start: number; end: number }[]>();
  return (note: CorpusNote, { start, end }: { start: number; end: number }): boolean => {
    const { text } = note;
    const lineEnd = text.indexOf('\n', start);
    const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, lineEnd < 0 ? text.length : lineEnd);
    if (shared.has(line.trim())) return false;
    const known = hidden.get(note) ?? commentsIn(text);
    hidden.set(note, known);
    return !known.some((comment) => comment.start < end && start < comment.end);
  };
}

function commentsIn(text: string): { start: number; end: number }[] {
  return Array.from(text.matchAll(comments), ({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}
