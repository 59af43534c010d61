import { isStopWord, normalWord } from '../../models/words/stem.ts';
import type { FieldThing } from './field-name.ts';
import type { StemmedWord } from './readable-words.ts';
import { isLatinWordMeant } from './latin-word.ts';
import { agreement } from './number.ts';
import { isRussianWordMeant } from './russian-word.ts';
import type { Usage, WordUsage } from './usage.ts';
import { isFormOf } from './word-forms.ts';
import { isBracketed, endsId, isJoined, isPartOfLonger, isTold } from './written.ts';

/** One of a thing's names, cut into words. */
export interface NameReading {
  thing: FieldThing;
  text: string;
  words: readonly StemmedWord[];
  stems: readonly string[];
  /** of each word */
  usage: readonly WordUsage[];
  /** words that are no stop words */
  contents: number;
  /** how other things of the same stems are spelt: «Таблицы» beside «Таблица» */
  rivals: ReadonlySet<string>;
  /** what the thing is called first */
  isTitle: boolean;
}

/** Where the stems of a name stand: words `from` to `to` of a block, with all stems of the text around it. */
export interface Place {
  block: string;
  words: readonly StemmedWord[];
  around: ReadonlySet<string>;
  /** stems of the block itself */
  beside: ReadonlySet<string>;
  /** what the text links */
  linked: ReadonlySet<string>;
  from: number;
  to: number;
}

/** An abbreviation without vowels is no word in lower case either: html, pdf. */
const unspeakable = /^[^aeiouy\W\d]{3,}$/i;
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
  const { id } = name.thing;
  const isLinked = place.linked.has(id) ? 0.3 : 0;
  const common = Math.log2(1 + usage.links.linkers(id)) / 20;
  const agrees = agreement(words, name.words) / 4;
  const shared = nearOnce() / 80;
  return (
    2 +
    shared +
    likeness +
    agrees +
    common +
    isLinked +
    (name.isTitle ? 0.6 : 0) +
    usage.linkShare(written, id)
  );
}

/** How many of the words that stand out in the thing's own note stand in the text too; those of the same block count threefold. */
function nearness({ around, beside }: Place, { thing, stems }: NameReading, usage: Usage): number {
  if (thing.source === null) return 0;
  let shared = 0;
  for (const stem of usage.ownWords(thing.source)) {
    if (around.has(stem) && !stems.includes(stem)) shared += beside.has(stem) ? 3 : 1;
  }
  return shared;
}

/** A proper name of several words («Getting Things Done») is another thing in lower case, unless the vault itself links it so or a word of it is a name by itself. */
function isPhraseMeant(written: string, place: Place, name: NameReading, usage: Usage): boolean {
  if (/^(?:более|менее|самы[йхем]|more|most)$/.test(normalWord(place.words[place.from - 1]?.text ?? '')))
    return false;
  if (endsId(place)) return false;
  const content = name.words.filter((word) => !isStopWord(word.text));
  const isProper =
    !name.isTitle &&
    name.thing.kind !== 'concept' &&
    isLatin(name.text) &&
    content.every((word) => /^[\p{Lu}\p{N}]/u.test(word.text));
  if (!isProper || usage.linkShare(written, name.thing.id) > 0 || isTold(place)) return true;
  if (name.usage.some(({ lowerShare, hasOneForm }) => (lowerShare ?? 0) < 0.5 && hasOneForm)) return true;
  // a proper name of ordinary words has one number: «indentation guide» is not «Indentation Guides»
  if (normalWord(written) !== normalWord(name.text)) return false;
  return isInTitleCase(place) || isAllOfLink(place);
}

/** `[plugin update tracker](https://…)` */
function isAllOfLink({ block, words, from, to }: Place): boolean {
  const [first, last] = [words[from], words[to - 1]];
  return (
    first !== undefined && last !== undefined && isBracketed(block, { start: first.start, end: last.end })
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
  // the id `github` is not GitHub
  if (name.text === name.text.toLowerCase() && /\p{Ll}\p{Lu}/u.test(written)) return false;
  const letters = name.text.replace(/\P{L}+/gu, '');
  if (/^\p{Lu}{2,}$/u.test(letters) || /\d/.test(name.text))
    return (
      hasSameCapitals(written, name.text) ||
      (unspeakable.test(letters) && written === name.text.toLowerCase())
    );
  if (/\p{Ll}\p{Lu}/u.test(name.text)) return letters.length > 4 || hasSameCapitals(written, name.text);
  return isLatin(name.text)
    ? isLatinWordMeant(written, place, name, usage)
    : isRussianWordMeant(written, place, { word, name }, usage);
}

function hasSameCapitals(written: string, name: string): boolean {
  return written.replace(/s$/, '') === name.replace(/s$/, '');
}
