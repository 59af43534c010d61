import { isStopWord, normalWord } from '../../../models/words/stem.ts';
import { buildPhrases, type Phrases } from '../../mentions/phrases.ts';
import { createStemmer, readableBlocks, type StemmedWord } from '../../mentions/readable-words.ts';
import { isFormOf, otherStems } from '../../mentions/word-forms.ts';
import { createOwnSentences } from '../evidence/own-sentences.ts';
import type { Corpus } from '../signals/corpus.ts';
import { type Finding, quoteIn } from './finding.ts';
import { knownNames } from './known-names.ts';
import { namesByForm } from './names-by-form.ts';
import { isIdea } from './is-idea.ts';
import type { KindInput } from './kind-input.ts';
import { adjectiveNouns, type HowSetOff, setOffNames } from './set-off-names.ts';

/** An idea is told in so many notes, and one more time than that. */
const fewestNotes = 3;
const fewestPlaces = 4;
/** Quotes kept, one a note: each becomes a link. */
const mostQuotes = 40;
/** Words of a phrase stay together in at least this share of the places of its rarest word. */
const leastCohesion = 0.2;
/** … and where no text sets it off, in more notes, and more faithfully. */
const fewestUnset = 4;
const leastUnset = 0.3;
/** Told in more notes than this share of all, or than this many, it is a word that everybody uses. */
const spreadShare = 0.05;
const spreadNotes = 8;
/** Of a shorter name's places, so many inside one longer name make it a piece of that. */
const piece = 0.6;

interface Place {
  note: number;
  start: number;
  end: number;
}

interface Idea {
  /** how it is written where it is set off; a heading or bold words count threefold */
  texts: Map<string, number>;
  words: StemmedWord[];
  places: Place[];
  /** how often it is set off, by how */
  by: Map<HowSetOff, number>;
}

/**
 * Ideas that recur and have no note. Candidates are names that a text sets off itself (bold, in quotes, as a short heading, capital letters inside a sentence), and
 * Russian adjectives with their nouns;
 * measured are the notes that say them in any word form, and how faithfully the words stay together (places of the phrase / places of its rarest word):
 * what is set off once, told in three notes and holds together is a name, not a turn of phrase. `taken`: names that are written or called for already.
 * Costs two readings of the texts: no phrase is compared with another but those that overlap in a place.
 */
export function findConcepts(
  { corpus, taken }: Pick<KindInput, 'corpus' | 'taken'>,
  limit: number,
): Finding[] {
  const wordsOf = createStemmer();
  const isKnown = knownNames({ corpus, taken });
  const forms = namesByForm();
  const ideas = new Map<string, Idea>();
  const take = (name: { text: string; how: HowSetOff }) => {
    const words = wordsOf(name.text);
    if (words.length === 0 || words.length > 4 || !isIdea(words) || isKnown(name.text)) return;
    const ofPhrase = forms.add(name.text);
    const idea = ideas.get(ofPhrase) ?? { texts: new Map(), words, places: [], by: new Map() };
    ideas.set(ofPhrase, idea);
    const weight = name.how === 'alone' || name.how === 'bold' ? 3 : 1;
    idea.texts.set(name.text, (idea.texts.get(name.text) ?? 0) + weight);
    idea.by.set(name.how, (idea.by.get(name.how) ?? 0) + 1);
  };
  const pairs = new Map<string, number>();
  for (const note of corpus.notes) {
    for (const name of setOffNames(note.text, wordsOf)) take(name);
    for (const pair of adjectiveNouns(note.text, wordsOf)) {
      const times = (pairs.get(pair.key) ?? 0) + 1;
      pairs.set(pair.key, times);
      // most pairs stand once or twice: only what recurs is kept
      if (times === fewestPlaces) take({ text: pair.text, how: 'together' });
    }
  }
  const uses = findPlaces(corpus, [...ideas.values()], wordsOf);
  const told = [...ideas.values()].filter((idea) => isTold(idea, { uses, notes: corpus.notes.length }));
  const sentencesOf = createOwnSentences(corpus.notes);
  return withoutPieces(told)
    .flatMap((idea) => findingOf(corpus, idea, { uses, sentencesOf }))
    .toSorted((a, b) => b.score - a.score)
    .filter(({ key }, at, all) => all.findIndex((other) => other.key === key) === at)
    .slice(0, limit);
}

/** The same whichever form of the words was met first, so that what was rejected is known again: how they begin. */
function keyOf(words: readonly StemmedWord[]): string {
  return words
    .filter(({ text }) => !isStopWord(text))
    .map(({ text }) => normalWord(text).slice(0, 4))
    .toSorted()
    .join(' ');
}

interface Uses {
  /** places of a stem in all texts */
  count: Map<string, number>;
  /** places of a stem that begin with a small letter inside of it */
  small: Map<string, number>;
}

/** Fills in where each idea is told, in any form of its words; returns how often each word stands at all. */
function findPlaces(corpus: Corpus, ideas: readonly Idea[], wordsOf: (text: string) => StemmedWord[]): Uses {
  const phrases: Phrases<Idea> = buildPhrases(
    ideas.map((idea) => ({ stems: idea.words.map(({ stem }) => stem), value: idea })),
  );
  const also = new Map<string, string[]>();
  for (const { text, stem } of ideas.flatMap(({ words }) => words))
    for (const other of otherStems(text)) also.set(other, [...(also.get(other) ?? []), stem]);
  const uses: Uses = { count: new Map(), small: new Map() };
  for (const [at, note] of corpus.notes.entries()) {
    for (const { text, offset } of readableBlocks(note.text)) {
      const words = wordsOf(text);
      for (const { stem, text: word } of words) {
        uses.count.set(stem, (uses.count.get(stem) ?? 0) + 1);
        if (word === word.toLowerCase()) uses.small.set(stem, (uses.small.get(stem) ?? 0) + 1);
      }
      const met = words.map(({ stem }) => ({ stem, also: also.get(stem) }));
      for (const { value, from, to } of phrases.find(met)) {
        const here = words.slice(from, to);
        if (
          !isTogether(text, here) ||
          !here.every((word, i) => isFormOf(word.text, value.words[i]?.text ?? ''))
        )
          continue;
        if (value.words.length === 1 && isBesideName(text, { words, from, to })) continue;
        const [start, end] = [here[0]?.start ?? 0, here.at(-1)?.end ?? 0];
        value.places.push({ note: at, start: offset + start, end: offset + end });
      }
    }
  }
  return uses;
}

/** «Drive» in «Google Drive» is a piece of another name. */
function isBesideName(
  text: string,
  { words, from, to }: { words: readonly StemmedWord[]; from: number; to: number },
) {
  const [before, first, last, after] = [words[from - 1], words[from], words[to - 1], words[to]];
  const isName = (a: StemmedWord | undefined, b: StemmedWord | undefined, other: StemmedWord | undefined) =>
    a !== undefined &&
    b !== undefined &&
    other !== undefined &&
    /^[ -]$/.test(text.slice(a.end, b.start)) &&
    (/^\p{Lu}/u.test(other.text) || /^(?:van|von|der|den|de|la|di)$/.test(other.text));
  return isName(before, first, before) || isName(last, after, after);
}

function isTogether(text: string, words: readonly StemmedWord[]): boolean {
  return words.every((word, at) => {
    const next = words[at + 1];
    return next === undefined || /^[ \u00a0\-–]$/u.test(text.slice(word.end, next.start));
  });
}

/** How often the note that tells most of an idea does so. */
function mostInOneNote({ places }: Idea): number {
  const times = new Map<number, number>();
  for (const { note } of places) times.set(note, (times.get(note) ?? 0) + 1);
  return Math.max(0, ...times.values());
}

const notesOf = ({ places }: Idea) => new Set(places.map(({ note }) => note)).size;

function isTold(idea: Idea, { uses, notes }: { uses: Uses; notes: number }): boolean {
  if (notesOf(idea) < fewestNotes || idea.places.length < fewestPlaces) return false;
  // a heading that many notes have is a form's, as «См. также»
  if ((idea.by.get('alone') ?? 0) > Math.max(4, notes / 12) && idea.by.size === 1) return false;
  const [only] = idea.words;
  if (idea.words.length === 1 && only !== undefined) {
    const [all, small] = [uses.count.get(only.stem) ?? 1, uses.small.get(only.stem) ?? 0];
    return small / all < 0.25 && notesOf(idea) < notes / 4 && (idea.by.get('capitals') ?? 0) >= 2;
  }
  if (idea.by.size === 1 && idea.by.has('together'))
    return notesOf(idea) >= fewestUnset && cohesionOf(idea, uses) >= leastUnset;
  return cohesionOf(idea, uses) >= leastCohesion;
}

function cohesionOf({ words, places }: Idea, { count }: Uses): number {
  const rarest = Math.min(
    ...words.filter(({ text }) => !isStopWord(text)).map(({ stem }) => count.get(stem) ?? 1),
  );
  return Math.min(1, places.length / Math.max(rarest, 1));
}

/** Without names that mostly stand inside a longer one, and of two wordings of one name without the one that is set off less. */
function withoutPieces(ideas: readonly Idea[]): Idea[] {
  const ranked = ideas.toSorted((a, b) => b.words.length - a.words.length || setOffOf(b) - setOffOf(a));
  const covered = new Map<number, { start: number; end: number }[]>();
  return ranked.filter((idea) => {
    const isCovered = ({ note, start, end }: Place) =>
      covered.get(note)?.some((place) => place.start <= start && place.end >= end) === true;
    if (idea.places.filter(isCovered).length >= piece * idea.places.length) return false;
    for (const { note, ...place } of idea.places) covered.set(note, [...(covered.get(note) ?? []), place]);
    return true;
  });
}

function setOffOf({ by }: Idea): number {
  return [...by.values()].reduce((sum, times) => sum + times, 0);
}

function findingOf(
  corpus: Corpus,
  idea: Idea,
  { uses, sentencesOf }: { uses: Uses; sentencesOf: ReturnType<typeof createOwnSentences> },
): Finding[] {
  const quoted = new Set<number>();
  const quotes = idea.places.flatMap((place) => {
    const note = corpus.notes[place.note];
    if (note === undefined || quoted.has(place.note) || quoted.size >= mostQuotes) return [];
    const sentence = sentencesOf(note).find(({ start, end }) => start <= place.start && place.end <= end);
    const quote = sentence && quoteIn(note, quoted.size === 0 ? 'from' : 'to', sentence);
    if (!quote) return [];
    quoted.add(place.note);
    return [quote];
  });
  const [first, second] = quotes;
  const name = nameOf(corpus, idea);
  if (first === undefined || second === undefined || name === null || quotes.length < fewestNotes) return [];
  const few = Math.max(spreadNotes, spreadShare * corpus.notes.length);
  const signals = {
    toldIn: Math.log2(notesOf(idea)),
    setOff: Math.log2(1 + setOffOf(idea)) / 2,
    cohesion: 3 * (idea.words.length === 1 ? 0.5 : cohesionOf(idea, uses)),
    dwelt: Math.min(4, Math.log2(mostInOneNote(idea))),
    spread: -2 * Math.max(0, Math.log2(notesOf(idea) / few)),
  };
  const score = signals.setOff + signals.cohesion + signals.dwelt + signals.spread;
  const key = keyOf(idea.words);
  return [{ from: first.root, to: second.root, key, name, score, quotes, signals }];
}

/** Endings that a Russian name has only in other cases than the one it is called by. */
const oblique =
  /^[а-я]{3,}(?:[уюе]|мени|ой|ей|ом|ем|ам|ям|ах|ях|ами|ями|ого|его|ому|ему|ым|им|ых|их|ыми|ими)$/;
const called = /(?:ое|ее|ые|ие)$/;

/** As it is called: no other case than the first where one is told, then as texts set it off most often; null where it stands in other cases alone, inside sentences: a turn of phrase. */
function nameOf(corpus: Corpus, { texts, places }: Idea): string | null {
  const forms = new Map(texts);
  for (const { note, start, end } of places) {
    const form = corpus.notes[note]?.text.slice(start, end) ?? '';
    forms.set(form, (forms.get(form) ?? 0) + 0.1);
  }
  const isOblique = (form: string) => {
    const first = normalWord(form).split(/[ -]/)[0] ?? '';
    return oblique.test(first) && !called.test(first) ? 1 : 0;
  };
  const best = [...forms].toSorted(
    ([a, times], [b, others]) => isOblique(a) - isOblique(b) || others - times || (a < b ? -1 : 1),
  )[0]?.[0];
  return best === undefined || (isOblique(best) === 1 && /^\p{Ll}/u.test(best)) ? null : best;
}
