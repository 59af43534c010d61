import type { RelationKind } from '../../../graph-schema/link-kinds.ts';
import type { CorpusNote } from '../signals/corpus.ts';

/** A verbatim span of a note; offsets UTF-16 into its passage's text. */
export interface Quoted {
  side: 'from' | 'to';
  /** the note it stands in */
  root: string;
  passageId: string;
  start: number;
  end: number;
  text: string;
}

/** What a generator found, before it is stored as a proposal. */
export interface Finding {
  /** ids of the two ends: scenes or concepts that are there */
  from: string;
  to: string;
  /** what makes it the same one when it is found again, whatever is quoted then; default: its ends */
  key?: string;
  /** what it would make, or the name that stays */
  name?: string;
  relation?: RelationKind;
  /** the words of the first quote that name the relation; offsets into that quote's passage */
  cue?: { start: number; end: number };
  score: number;
  quotes: Quoted[];
  /** what spoke for it, by the signal's name; at least 0 */
  signals: Readonly<Record<string, number>>;
  /** titles of the notes whose links would move */
  moves?: string[];
}

/** The span as a quote; null where it lies in no passage whole. */
export function quoteIn(
  note: CorpusNote,
  side: Quoted['side'],
  span: { start: number; end: number },
): Quoted | null {
  const passage = note.passages.find(({ start, end }) => span.start >= start && span.end <= end);
  if (passage === undefined || span.end <= span.start) return null;
  return {
    side,
    root: note.id,
    passageId: passage.id,
    start: span.start - passage.start,
    end: span.end - passage.start,
    text: note.text.slice(span.start, span.end),
  };
}
