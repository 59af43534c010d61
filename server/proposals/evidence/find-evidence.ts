import { contentStems, stemsOf } from '../../../models/words/stem.ts';
import { type CorpusIndex, namesOf } from '../signals/corpus-index.ts';
import type { CorpusNote } from '../signals/corpus.ts';
import { type Phrases, buildPhrases } from '../../mentions/phrases.ts';
import { readAnchors } from '../signals/anchor.ts';
import { createOwnSentences } from './own-sentences.ts';
import { isQuotable, type Sentence } from './sentences-of.ts';

/** A verbatim span of a note; `by` says what chose it. */
export interface Quote {
  passageId: string;
  start: number;
  end: number;
  by: 'mention' | 'overlap';
  /** where in the note's text the other note is named, for quotes chosen by mention */
  mention: { start: number; end: number } | null;
}

export interface FindEvidence {
  /** One quote of each side, or null where the two notes have no word in common. */
  (source: number, target: number): { from: Quote; to: Quote } | null;
}

/** So far down a note still says what it is. */
const openingSentences = 6;
/** How much of a note stands for what it is about when words are compared. */
const firstStems = 40;

/** Chooses the spans that show why two notes belong together: the place of a mention or of words used to link the other note, then word overlap. */
export function createFindEvidence(index: CorpusIndex): FindEvidence {
  const { notes } = index.corpus;
  const sentencesOf = createOwnSentences(notes);
  const names = nameFinder(index);
  return (source, target) => {
    const fromNote = notes[source];
    const toNote = notes[target];
    if (fromNote === undefined || toNote === undefined) return null;
    const from =
      quoteMention(fromNote, names(fromNote, target), sentencesOf(fromNote)) ??
      quoteOverlap(index, sentencesOf(fromNote), subjectOf(toNote));
    if (from === null) return null;
    const said = stemsOf(fromNote.text.slice(from.start, from.end));
    const to =
      quoteMention(toNote, names(toNote, source), sentencesOf(toNote)) ??
      (from.by === 'mention' ? quoteOpening(sentencesOf(toNote), toNote) : null) ??
      quoteOverlap(index, sentencesOf(toNote), new Set([...subjectOf(fromNote), ...said])) ??
      quoteFirst(sentencesOf(toNote));
    return to === null ? null : { from, to };
  };
}

/** Where in a note's plain text another note is named, by title, alias or words used elsewhere to link it; the longest name first. */
function nameFinder(index: CorpusIndex) {
  const entries = index.corpus.notes.flatMap((note, target) =>
    namesOf(note).map((stems) => ({ stems, value: target })),
  );
  for (const { stems, targets } of readAnchors(index)) {
    for (const target of targets.keys()) entries.push({ stems, value: target });
  }
  const phrases: Phrases<number> = buildPhrases(entries);
  const found = new Map<CorpusNote, Map<number, { start: number; end: number }[]>>();
  return (note: CorpusNote, target: number) => {
    const known = found.get(note) ?? placesByTarget(note, phrases);
    found.set(note, known);
    return known.get(target) ?? [];
  };
}

function placesByTarget(note: CorpusNote, phrases: Phrases<number>) {
  const words = note.words.filter((word) => word.link < 0);
  const places = new Map<number, { start: number; end: number; length: number }[]>();
  for (const { value, from, to } of phrases.find(words)) {
    const place = { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0, length: to - from };
    const list = places.get(value);
    if (list === undefined) places.set(value, [place]);
    else list.push(place);
  }
  for (const list of places.values()) list.sort((a, b) => b.length - a.length || a.start - b.start);
  return places;
}

function quoteMention(
  note: CorpusNote,
  places: readonly { start: number; end: number }[],
  sentences: readonly Sentence[],
): Quote | null {
  const within = (place: { start: number; end: number }) =>
    sentences.find((sentence) => place.start >= sentence.start && place.end <= sentence.end);
  const quotes = places.flatMap((place) => {
    const sentence = within(place);
    return sentence === undefined ? [] : [{ sentence, place }];
  });
  const best = quotes.find(({ sentence }) => isQuotable(sentence)) ?? quotes[0];
  if (best === undefined) return null;
  const { passageId, start, end } = best.sentence;
  const mention = { start: best.place.start, end: best.place.end };
  return { passageId, start, end, by: 'mention', mention };
}

function quoteOverlap(
  index: CorpusIndex,
  sentences: readonly Sentence[],
  subject: ReadonlySet<string>,
): Quote | null {
  let best: Sentence | null = null;
  let bestScore = 0;
  for (const sentence of sentences) {
    if (!isQuotable(sentence)) continue;
    let shared = 0;
    for (const stem of sentence.stems) if (subject.has(stem)) shared += index.tfIdf.idf(stem) ** 2;
    const score = shared / Math.sqrt(sentence.stems.size + 4);
    if (score > bestScore) {
      best = sentence;
      bestScore = score;
    }
  }
  return best === null ? null : asQuote(best);
}

/** What is named is shown by what it says of itself: the first of its opening sentences that names it. Words in common are often beside the point there (ten of 40 good links that were read). */
function quoteOpening(sentences: readonly Sentence[], note: CorpusNote): Quote | null {
  const own = new Set(contentStems(note.title));
  const opening = sentences.filter(isQuotable).slice(0, openingSentences);
  const named = opening.find(({ stems }) => [...stems].some((stem) => own.has(stem)));
  return named === undefined ? null : asQuote(named);
}

function quoteFirst(sentences: readonly Sentence[]): Quote | null {
  const first = sentences.find(isQuotable) ?? sentences[0];
  return first === undefined ? null : asQuote(first);
}

function asQuote({ passageId, start, end }: Sentence): Quote {
  return { passageId, start, end, by: 'overlap', mention: null };
}

function subjectOf(note: CorpusNote): Set<string> {
  return new Set([...namesOf(note).flat(), ...note.words.slice(0, firstStems).map((word) => word.stem)]);
}
