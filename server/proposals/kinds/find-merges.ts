import { isStopWord, normalWord, stemsOf, wordsOf } from '../../../models/words/stem.ts';
import { pairKey } from '../pair-key.ts';
import { createSentencesOf } from '../evidence/sentences-of.ts';
import { readAnchors } from '../signals/anchor.ts';
import { createCalledNotes } from './called-notes.ts';
import { type Finding, type Quoted, quoteIn } from './finding.ts';
import type { KindInput, NamedThing } from './kind-input.ts';
import { unlistedNotes } from './unlisted-notes.ts';
import { type Alike, namesAlike, soundOf, squash } from './names-alike.ts';

/** `missedNote`: a link that leads nowhere calls a note that is there by words of its name, by those that other links to it have, or by an older name in a list. */
type How = Alike | 'sharedAlias' | 'inBrackets' | 'missedNote';

/** A key that so many names share tells nothing: no pair is made of them. */
const fullestBucket = 24;

/** How sure each way of being alike is, beside the others. */
const worth: Readonly<Record<How, number>> = {
  inBrackets: 5,
  missedNote: 4,
  sharedAlias: 4,
  oneSpelling: 4,
  sameWords: 3,
  abbreviation: 3,
  translit: 2,
};

interface Name {
  thing: number;
  text: string;
}

/**
 * Two names of one thing. Names are compared only within buckets that a key gathers (first letters of the sorted words, the letters alone, the sound, the initials,
 * all but one letter of a long name), so the cost follows the number of names. Each pair stands by itself: that A is B and B is C merges no A with C.
 * An abbreviation or a sound counts only where a note says both names. Two written notes are one thing only by an alias that somebody gave both: what is written twice under names alike is most often two things.
 */
export function findMerges({ corpus, things }: KindInput, limit: number): Finding[] {
  const names = things.flatMap(({ title, aliases }, thing) =>
    [title, ...aliases].map((text): Name => ({ thing, text })),
  );
  const isOwn = ownNames(things);
  const pairs = new Map<string, { a: number; b: number; how: How }>();
  for (const bucket of gather(names)) {
    for (const [at, one] of bucket.entries()) {
      for (const two of bucket.slice(at + 1)) {
        if (one.thing === two.thing || !isOwn(one.thing) || !isOwn(two.thing)) continue;
        const how = howAlike(things, one, two);
        if (how === null) continue;
        const key = [one.thing, two.thing].toSorted((x, y) => x - y).join(' ');
        const known = pairs.get(key);
        if (known === undefined || worth[known.how] < worth[how])
          pairs.set(key, { a: one.thing, b: two.thing, how });
      }
    }
  }
  const called = [
    ...missedNotes(things),
    ...calledByWords(corpus, things),
    ...unlistedNotes({ corpus, things }),
  ];
  for (const { a, b } of called) {
    const key = [a, b].toSorted((x, y) => x - y).join(' ');
    if (!pairs.has(key)) pairs.set(key, { a, b, how: 'missedNote' });
  }
  const told = createTeller(corpus);
  return [...pairs.values()]
    .flatMap(({ a, b, how }) => {
      const [one, two] = [things[a], things[b]];
      return one === undefined || two === undefined ? [] : toFinding(told, { one, two, how });
    })
    .toSorted((x, y) => y.score - x.score)
    .slice(0, limit);
}

/** Things that are not called as another is: a concept of a note's name is that note already, and of two notes of one title neither is meant for sure. */
function ownNames(things: readonly NamedThing[]): (thing: number) => boolean {
  const titles = new Map<string, number>();
  const ofNotes = new Set<string>();
  for (const { kind, title, aliases } of things) {
    if (kind !== 'note') continue;
    titles.set(normalWord(title), (titles.get(normalWord(title)) ?? 0) + 1);
    for (const name of [title, ...aliases]) ofNotes.add(normalWord(name));
  }
  return (at) => {
    const thing = things[at];
    if (thing === undefined) return false;
    const name = normalWord(thing.title);
    return thing.kind === 'note' ? titles.get(name) === 1 : !ofNotes.has(name);
  };
}

/** What is called for and not there, with the one note that the call can mean. */
function missedNotes(things: readonly NamedThing[]): { a: number; b: number }[] {
  const notes = things.flatMap((thing, at) => (thing.kind === 'note' ? [{ ...thing, at }] : []));
  const calledNotes = createCalledNotes(notes);
  return things.flatMap(({ kind, title }, a) => {
    if (kind !== 'missing') return [];
    const [only, ...others] = calledNotes(title);
    const b = only === undefined || others.length > 0 ? undefined : notes[only]?.at;
    return b === undefined ? [] : [{ a, b }];
  });
}

const fewestLinks = 2;
const leastShare = 0.5;

/** What is called for and not there, with the note that most links of the same words lead to, two at least (commonness of Mihalcea and Csomai, Wikify!, 2007). */
function calledByWords(
  corpus: KindInput['corpus'],
  things: readonly NamedThing[],
): { a: number; b: number }[] {
  const anchors = new Map(readAnchors({ corpus }).map((anchor) => [anchor.stems.join(' '), anchor]));
  const placeOf = new Map(things.map(({ id }, at) => [id, at]));
  return things.flatMap(({ kind, title }, a) => {
    const anchor = kind === 'missing' ? anchors.get(stemsOf(title).join(' ')) : undefined;
    const [most] = [...(anchor?.targets ?? [])].toSorted(([, x], [, y]) => y - x);
    if (anchor === undefined || most === undefined) return [];
    const [target, links] = most;
    const b = placeOf.get(corpus.notes[target]?.id ?? '');
    const isMeant = links >= fewestLinks && links / anchor.links >= leastShare;
    return b === undefined || !isMeant ? [] : [{ a, b }];
  });
}

function howAlike(things: readonly NamedThing[], one: Name, two: Name): Alike | 'sharedAlias' | null {
  const [a, b] = [things[one.thing], things[two.thing]];
  if (a === undefined || b === undefined) return null;
  const isTitle = one.text === a.title && two.text === b.title;
  if (normalWord(one.text) === normalWord(two.text)) {
    // two plugins may both be called «Habit Tracker»; an alias that repeats neither title is a name that somebody gave both
    const says = ({ title }: NamedThing) =>
      squash(title).includes(squash(one.text)) || squash(one.text).includes(squash(title));
    return !isTitle && /\s/.test(one.text) && !says(a) && !says(b) ? 'sharedAlias' : null;
  }
  return a.kind === 'note' && b.kind === 'note' ? null : namesAlike(one.text, two.text);
}

/** Names that may be one, together: every pair that is alike shares a key. */
function gather(names: readonly Name[]): Name[][] {
  const buckets = new Map<string, Name[]>();
  for (const name of names) {
    for (const key of new Set(keysOf(name.text))) {
      const bucket = buckets.get(key);
      if (bucket === undefined) buckets.set(key, [name]);
      else bucket.push(name);
    }
  }
  return [...buckets].flatMap(([key, bucket]) => {
    // a name that three things share is a word, not a name of two of them
    const isShared = key.startsWith('letters') && new Set(bucket.map(({ thing }) => thing)).size > 2;
    return bucket.length > 1 && bucket.length <= fullestBucket && !isShared ? [bucket] : [];
  });
}

function keysOf(text: string): string[] {
  const squashed = squash(text);
  const words = wordsOf(text).map((word) => normalWord(word.text));
  const content = words.filter((word) => !isStopWord(word));
  const firsts = (all: readonly string[]) => all.map((word) => word[0] ?? '').join('');
  const keys = [
    `letters ${squashed}`,
    `words ${content
      .map((word) => word.slice(0, 4))
      .toSorted()
      .join(' ')}`,
  ];
  if (words.length > 1) keys.push(`initials ${firsts(words)}`, `initials ${firsts(content)}`);
  if (/^\p{Lu}{3,6}s?$/u.test(text)) keys.push(`initials ${squashed.replace(/s$/, '')}`);
  const sound = soundOf(text);
  if (sound.length >= 3) keys.push(`sound ${sound}`);
  // a slip inside leaves either half as it is
  if (squashed.length >= 10)
    keys.push(
      `head ${squashed.slice(0, 5)} ${squashed.length >> 2}`,
      `tail ${squashed.slice(-5)} ${squashed.length >> 2}`,
    );
  return keys;
}

interface Told {
  quotes: Quoted[];
  notes: Set<number>;
  titles: string[];
}

function createTeller({ notes }: KindInput['corpus']) {
  const sentencesOf = createSentencesOf();
  const byId = new Map(notes.map((note, at) => [note.id, at]));
  return (thing: NamedThing, side: Quoted['side'], most: number): Told => {
    const own = byId.get(thing.id);
    const places = own === undefined ? thing.places : [{ note: own, at: 0 }, ...thing.places];
    const quotes = places.flatMap(({ note: at, at: place }) => {
      const note = notes[at];
      if (note === undefined) return [];
      const sentences = sentencesOf(note);
      const isOwn = at === own;
      const sentence = isOwn
        ? sentences.find(({ stems }) => stems.size >= 3)
        : sentences.find(({ start, end }) => start <= place && place < end);
      return (sentence && quoteIn(note, side, sentence)) ?? [];
    });
    const told = new Set(places.map(({ note }) => note));
    return {
      quotes: quotes.slice(0, most),
      notes: told,
      titles: thing.places.flatMap(({ note }) => notes[note]?.title ?? []),
    };
  };
}

const ranks: Readonly<Record<NamedThing['kind'], number>> = { note: 2, missing: 1, concept: 0 };

/** A written note stays before what is only called for, that before a concept; among equals the one that more notes name. */
function toFinding(
  told: ReturnType<typeof createTeller>,
  { one, two, how }: { one: NamedThing; two: NamedThing; how: How },
): Finding[] {
  const [to, from] = [one, two].toSorted(
    (a, b) =>
      ranks[b.kind] - ranks[a.kind] || b.places.length - a.places.length || (a.title < b.title ? -1 : 1),
  ) as [NamedThing, NamedThing];
  const [source, target] = [told(from, 'from', 3), told(to, 'to', 3)];
  if (source.quotes.length === 0 || target.quotes.length === 0) return [];
  const isTogether = [...source.notes].some((note) => target.notes.has(note));
  if ((how === 'abbreviation' || how === 'translit') && !isTogether) return [];
  const signals = {
    [how]: worth[how],
    toldIn: Math.log2(1 + Math.min(source.notes.size, target.notes.size)),
  };
  return [
    {
      from: from.id,
      to: to.id,
      key: pairKey(from.id, to.id),
      name: to.title,
      score: Object.values(signals).reduce((sum, value) => sum + value, 0),
      quotes: [...source.quotes, ...target.quotes],
      signals,
      moves: [...new Set(source.titles)],
    },
  ];
}
