import { isStopWord, normalWord } from '../../models/words/stem.ts';
import type { FieldThing } from './field-name.ts';
import type { StemmedWord } from './readable-words.ts';
import { isCapital, isInside, type Usage, type WordUsage } from './usage.ts';
import { isFormOf } from './word-forms.ts';
import { isBracketed, isCounted, isJoined, isPartOfLonger, isSetOff, leadsOn, saysWhose } from './written.ts';

/** One of a thing's names, cut into words. */
export interface NameReading {
  thing: FieldThing;
  text: string;
  words: readonly StemmedWord[];
  stems: readonly string[];
  /** of each word */
  usage: readonly WordUsage[];
  /** what the thing is called first */
  isTitle: boolean;
}

/** Where the stems of a name stand: words `from` to `to` of a block, with all stems of the text around it. */
export interface Place {
  block: string;
  words: readonly StemmedWord[];
  around: ReadonlySet<string>;
  /** what the text links */
  linked: ReadonlySet<string>;
  from: number;
  to: number;
}

/** A lone ordinary word in more of the notes than this says nothing of its thing, unless it is written as a name. */
const everywhere = 0.34;
/** From this spread on the text must share words with the thing's own note: so many in a text of a hundred stems and more. */
const needs = [
  { spread: 0.2, words: 8 },
  { spread: 0.05, words: 2 },
] as const;
/** Where a text links others, so much of the thing's company must be among them: see `relatedness`. */
const company = { links: 3, least: 0.03 };
/** A word in so few notes is rare, however small the vault. */
const few = 3;
/** Words shared with the thing's note that outweigh a complement: «автор плагина» is not the note «Авторы». */
const outweighsComplement = 10;

/** An abbreviation without vowels is no word in lower case either: html, pdf. */
const unspeakable = /^[^aeiouy\W\d]{3,}$/i;
/** Long words have few homonyms: «a zettelkasten» is one, «a notion» is not Notion. Letters. */
const longWord = 9;
/** A name that is seldom met and mostly in lower case may be any word. */
const wellKnown = 0.005;

/** Words that point into the text itself: with them a phrase is no name. */
const pointing = /^(?:следующ|дальнейш|предыдущ|нов[ыао]|друг|next|following|further|previous|new$)/;

/** How surely the words at a place are meant as the name; 0: not at all. */
export function judge(place: Place, name: NameReading, usage: Usage): number {
  const words = place.words.slice(place.from, place.to);
  if (!isJoined(place.block, words, name)) return 0;
  if (!words.every((word, at) => isFormOf(word.text, name.words[at]?.text ?? ''))) return 0;
  const written = place.block.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0);
  const content = name.words.filter(({ text }) => !isStopWord(text) && !pointing.test(normalWord(text)));
  let near: number | undefined;
  const nearOnce = () => (near ??= nearness(place, name, usage));
  const isMeant =
    content.length > 1
      ? isPhraseMeant(written, place, name, usage)
      : isWordMeant(written, { ...place, near: nearOnce }, name, usage);
  if (!isMeant) return 0;
  const likeness = written === name.text ? 0.3 : normalWord(written) === normalWord(name.text) ? 0.2 : 0;
  return 1 + nearOnce() / 60 + likeness + (name.isTitle ? 0.4 : 0) + usage.linkShare(written, name.thing.id);
}

/** How many of the words that stand out in the thing's own note stand in the text too. */
function nearness({ around }: Place, { thing, stems }: NameReading, usage: Usage): number {
  if (thing.source === null) return 0;
  let shared = 0;
  for (const stem of usage.ownWords(thing.source)) if (around.has(stem) && !stems.includes(stem)) shared += 1;
  return shared;
}

/** A proper name of several words («Getting Things Done») is another thing in lower case, unless the vault itself links it so or a word of it is a name by itself. */
function isPhraseMeant(written: string, place: Place, name: NameReading, usage: Usage): boolean {
  if (/^(?:более|менее|самы[йхем]|more|most)$/.test(normalWord(place.words[place.from - 1]?.text ?? '')))
    return false;
  const content = name.words.filter((word) => !isStopWord(word.text));
  const isProper =
    !name.isTitle &&
    name.thing.kind !== 'concept' &&
    isLatin(name.text) &&
    content.every((word) => /^[\p{Lu}\p{N}]/u.test(word.text));
  if (!isProper || isInTitleCase(place)) return true;
  return (
    usage.linkShare(written, name.thing.id) > 0 ||
    name.usage.some(({ lowerShare, hasOneForm }) => (lowerShare ?? 0) < 0.5 && hasOneForm)
  );
}

/** Capitals throughout, also where the first word begins a sentence. */
function isInTitleCase({ words, from, to }: Place): boolean {
  return words.slice(from, to).every(({ text }) => isStopWord(text) || /^[\p{Lu}\p{N}]/u.test(text));
}

export function isLatin(text: string): boolean {
  return !/\p{Script=Cyrillic}/u.test(text);
}

function isWordMeant(
  written: string,
  place: Place & { near(): number },
  name: NameReading,
  usage: Usage,
): boolean {
  const word = place.words[place.from];
  if (word === undefined || isStopWord(written)) return false;
  if (name.words.length > 1 && isLatin(name.text) && normalWord(written) !== normalWord(name.text))
    return false;
  if (name.words.length > 1 && isLatin(name.text) && written !== name.text)
    return isInTitleCase(place) || usage.linkShare(written, name.thing.id) > 0;
  if (name.words.length > 1)
    return name.thing.kind !== 'concept' && !pointing.test(normalWord(name.words[0]?.text ?? ''));
  if (isPartOfLonger(place, word, usage)) return false;
  const letters = name.text.replace(/\P{L}+/gu, '');
  if (/^\p{Lu}{2,}$/u.test(letters) || /\d/.test(name.text))
    return (
      hasSameCapitals(written, name.text) ||
      (unspeakable.test(letters) && written === name.text.toLowerCase())
    );
  if (/\p{Ll}\p{Lu}/u.test(name.text)) return letters.length > 4 || hasSameCapitals(written, name.text);
  return isLatin(name.text)
    ? isLatinMeant(written, place, name, usage)
    : isRussianMeant(written, place, { word, name }, usage);
}

/** A coined or proper name is meant wherever it is spelt so; a name that is also an ordinary word where the vault links it when it is written like this. */
function isLatinMeant(written: string, place: Place, name: NameReading, usage: Usage): boolean {
  const lower = name.usage[0]?.lowerShare ?? 0;
  const linked = usage.linkShare(written, name.thing.id);
  if (!isCapital(written) && written.length < longWord && isCounted(place)) return false;
  const isCoined =
    name.usage[0]?.hasOneForm === true &&
    (written.length >= longWord || normalWord(written) === normalWord(name.text));
  if (lower < 0.5) return isCapital(written) || linked > 0 || isCoined;
  if (lower < 0.6 && isCoined && (name.usage[0]?.spread ?? 0) >= wellKnown) return true;
  const word = place.words[place.from];
  if (word === undefined || !isCapital(written)) return linked >= 0.1;
  if (isBracketed(place.block, word)) return linked > 0.02;
  return isInside(place.block, word.start) && linked >= 0.1;
}

function isRussianMeant(
  written: string,
  place: Place & { near(): number },
  { word, name }: { word: StemmedWord; name: NameReading },
  usage: Usage,
): boolean {
  if (isSetOff(place.block, word)) return true;
  if (isCapital(written) && isInside(place.block, word.start)) return true;
  if (leadsOn(place, name.text)) return false;
  const { spread = 0, notes = 0, lowerShare } = name.usage[0] ?? {};
  const isRare = notes <= few;
  if (!isRare && (lowerShare ?? 1) < 0.5) return isCapital(written) || place.near() > 0;
  if (name.thing.kind === 'concept') return notes <= 2;
  if (!isRare && spread > everywhere) return false;
  if (!isRare && saysWhose(place) && place.near() < outweighsComplement && spread > 0.02) return false;
  if (isStranger(place, name.thing.id, usage)) return false;
  if (isRare) return true;
  if (spread > 0.02 && place.near() === 0 && isForeign(place, usage)) return false;
  const need = needs.find((each) => spread > each.spread)?.words ?? 0;
  return place.near() >= Math.floor(need * Math.min(1, place.around.size / 100));
}

/** Share of a text's words that the vault has not, from which on it speaks of other things than the vault does. */
const foreign = 0.2;

function isForeign({ around }: Place, usage: Usage): boolean {
  let unknown = 0;
  for (const stem of around) if (usage.of([stem]).notes === 0) unknown += 1;
  return unknown > foreign * around.size;
}

/** The text links others, and none that is linked together with the thing: it speaks of something else by that word. */
function isStranger({ linked }: Place, id: string, usage: Usage): boolean {
  if (linked.size < company.links) return false;
  let sum = 0;
  for (const other of linked) sum += usage.links.relatedness(other, id);
  return sum / linked.size < company.least;
}

function hasSameCapitals(written: string, name: string): boolean {
  return written.replace(/s$/, '') === name.replace(/s$/, '');
}
