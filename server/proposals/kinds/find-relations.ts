import { contentStems, stemsOf } from '../../../models/words/stem.ts';
import { findCue } from '../evidence/find-cue.ts';
import { pairKey } from '../pair-key.ts';
import { createSentencesOf, isQuotable } from '../evidence/sentences-of.ts';
import { type Finding, quoteIn } from './finding.ts';
import type { KindInput } from './kind-input.ts';

/** A cue farther from the link than this may be about something else; UTF-16 units. */
const reach = 40;
/** … and the note's own name stands so near on its other side. */
const nearest = 70;

/**
 * The kind of a plain link that is there: the sentence it stands in names it («приводит к [[B]]», «[[A]], because …»). Measured is how near the cue stands to the link, 0–1.
 * One for each pair of notes, the nearest; pairs that have a link of some kind already are passed over. Costs one reading of the sentences that hold links.
 */
export function findRelations(
  { corpus, related }: Pick<KindInput, 'corpus' | 'related'>,
  limit: number,
): Finding[] {
  const sentencesOf = createSentencesOf();
  const known = new Set(related.map(([a, b]) => pairKey(a, b)));
  const best = new Map<string, Finding>();
  for (const [at, note] of corpus.notes.entries()) {
    for (const { target, start, end, shownStart, shownEnd } of note.links) {
      const other = corpus.notes[target];
      if (other === undefined || target === at || end <= start || known.has(pairKey(note.id, other.id)))
        continue;
      const sentences = sentencesOf(note);
      const sentence = sentences.find((each) => each.start <= start && end <= each.end);
      if (sentence === undefined || !isQuotable(sentence)) continue;
      const text = note.text.slice(sentence.start, sentence.end);
      const cue = findCue(text, { start: start - sentence.start, end: end - sentence.start });
      if (cue === null) continue;
      const place = { start: shownStart - sentence.start, end: shownEnd - sentence.start };
      const gap = cue.start >= place.end ? cue.start - place.end : place.start - cue.end;
      if (
        gap > reach ||
        /[.;:!?]\s|\n/.test(text.slice(Math.min(cue.end, place.end), Math.max(cue.start, place.start)))
      )
        continue;
      if (!namesOther(text, { cue, place, title: note.title, kind: cue.kind })) continue;
      const finding = toFinding({ note, other, sentence, cue, nearName: 1 - gap / reach }, sentencesOf);
      if (finding === null) continue;
      const key = finding.key ?? '';
      const before = best.get(key);
      if (before === undefined || before.score < finding.score) best.set(key, finding);
    }
  }
  return [...best.values()].toSorted((a, b) => b.score - a.score).slice(0, limit);
}

/** Said of the note itself, and not of whatever else the sentence tells: its own name, or a word that stands for it, on the other side of the cue. */
function namesOther(
  text: string,
  {
    cue,
    place,
    title,
    kind,
  }: {
    kind: string;
    cue: { start: number; end: number };
    place: { start: number };
    title: string;
  },
): boolean {
  const isAfter = place.start >= cue.end;
  const other = isAfter ? text.slice(0, cue.start) : text.slice(cue.end);
  // «X (the core plugin) enables …», «X is a core plugin that enables …» say it of X, not of the link
  if (
    !isAfter &&
    /(?:\(|(?:это|is an?|is the) [^.,;]{0,20})$/iu.test(text.slice(0, place.start).replace(/[[*_]+$/, ''))
  )
    return false;
  const near = isAfter ? other.slice(-nearest) : other.slice(0, nearest);
  const said = new Set(stemsOf(near));
  const named = contentStems(title);
  if (named.length > 0 && named.every((stem) => said.has(stem))) return true;
  const standsFor = /^[\s*_]*(?:(?:он|она|оно|они|это|этот плагин|it|this|they)(?![\p{L}])[^.,;]{0,30})?$/iu;
  return isAfter && kind !== 'exemplifies' && standsFor.test(other);
}

type Note = KindInput['corpus']['notes'][number];

function toFinding(
  {
    note,
    other,
    sentence,
    cue,
    nearName,
  }: {
    note: Note;
    other: Note;
    sentence: { start: number; end: number };
    cue: NonNullable<ReturnType<typeof findCue>>;
    nearName: number;
  },
  sentencesOf: ReturnType<typeof createSentencesOf>,
): Finding | null {
  const first = sentencesOf(other).find(isQuotable);
  const [own, its] = [
    quoteIn(note, cue.isTurned ? 'to' : 'from', sentence),
    first === undefined ? null : quoteIn(other, cue.isTurned ? 'from' : 'to', first),
  ];
  if (own === null || its === null) return null;
  const [from, to] = cue.isTurned ? [other, note] : [note, other];
  const signals = { namedBySentence: 1, nearName };
  return {
    from: from.id,
    to: to.id,
    key: pairKey(note.id, other.id),
    relation: cue.kind,
    cue: { start: own.start + cue.start, end: own.start + cue.end },
    score: 1 + nearName,
    quotes: [own, its],
    signals,
  };
}
