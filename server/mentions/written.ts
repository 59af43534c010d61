import { isStopWord, normalWord } from '../../models/words/stem.ts';
import type { NameReading, Place } from './judge.ts';
import { blank, type StemmedWord } from './readable-words.ts';
import { isCapital, isInside, type Usage } from './usage.ts';

/** The name that a whole vault is about («Obsidian Importer») makes no longer name of the one beside it. */
const everywhere = 0.34;

/** The words follow each other as those of the name do: only white space or a hyphen between them, or what the name has there itself. */
export function isJoined(block: string, words: readonly StemmedWord[], name: NameReading): boolean {
  const last = name.words.at(-1);
  const tail = /^[+#]+/.exec(name.text.slice(last?.end))?.[0] ?? '';
  const end = words.at(-1)?.end ?? 0;
  // «Quick Switcher++» is another thing than a quick switcher
  if (!block.startsWith(tail, end)) return false;
  return words.every((word, at) => {
    const next = words[at + 1];
    if (next === undefined) return true;
    const gap = block.slice(word.end, next.start);
    const own = name.text.slice(name.words[at]?.end, name.words[at + 1]?.start);
    if (isIdentifier(name.text)) return gap === own;
    return /^[ \t\u00a0]*\n?[ \t\u00a0]*$/.test(gap)
      ? /^[\s\u00a0]*$|^[-–_]$/.test(own)
      : gap.trim() === own.trim() || (/^[-‐‑]$/.test(gap) && own === ' ');
  });
}

/** `task-list`, `file_name`: written so and in no other way. */
function isIdentifier(text: string): boolean {
  return /^[a-z0-9]+(?:[-_.][a-z0-9]+)+$/.test(text);
}

/** «Поиск» in quotes, or with a capital alone in bold. */
export function isSetOff(block: string, word: StemmedWord): boolean {
  const [before, after] = [block.slice(word.start - 2, word.start), block.slice(word.end, word.end + 2)];
  const isQuoted = /[«“"„]$/u.test(before) && /^[»”"]/u.test(after);
  return isQuoted || (/(?:\*\*|__)$/.test(before) && /^(?:\*\*|__)/.test(after) && isCapital(word.text));
}

/** All that a link out of the vault shows: `[Companion](https://…)`. */
export function isBracketed(block: string, word: StemmedWord): boolean {
  return block[word.start - 1] === '[' && [blank, ']', ' '].includes(block[word.end] ?? ']');
}

/** Beside another name, or after a hyphen, a word is a piece of something longer: «Dataview» in «Dataview Serializer», «лента» in «RSS-лента». */
export function isPartOfLonger(place: Place, word: StemmedWord, usage: Usage): boolean {
  // `.obsidian`
  if (place.block[word.start - 1] === '.') return true;
  if (/[\p{L}\p{N}][-‐‑]$/u.test(place.block.slice(Math.max(0, word.start - 2), word.start))) {
    return !/^[-‐‑]?$/u.test(place.block.slice(word.start - 1, word.start)) || isRussian(word.text);
  }
  if (isRussian(word.text) || !isCapital(word.text)) return false;
  const before = place.words[place.from - 1];
  const after = place.words[place.to];
  const touches = (one: StemmedWord, other: StemmedWord) =>
    /^[ \u00a0-]$/.test(place.block.slice(one.end, other.start));
  const isName = (other: StemmedWord) =>
    !isRussian(other.text) &&
    isCapital(other.text) &&
    !isStopWord(other.text) &&
    !/^(?:plugins?|themes?|css)$/i.test(other.text) &&
    usage.of([other.stem]).spread < everywhere &&
    (isInside(place.block, other.start) || (usage.of([other.stem]).lowerShare ?? 0) < 0.5);
  return (
    (before !== undefined && touches(before, word) && isName(before)) ||
    (after !== undefined && touches(word, after) && isName(after))
  );
}

function isRussian(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

/** A noun in the genitive follows: «автор плагина», «карта сайта», which is that one's and not the thing in general. By its ending. */
export function saysWhose({ block, words, to }: Place): boolean {
  const [last, next] = [words[to - 1], words[to]];
  if (last === undefined || next === undefined || block.slice(last.end, next.start) !== ' ') return false;
  const form = normalWord(next.text);
  if (/^(?:его|ее|их)$/.test(form)) return true;
  if (isStopWord(form) || form.length < 4 || !/^[а-я]+$/.test(form)) return false;
  return /(?:[^еую]та|[^л]а|[^сй]я|ы|[^лт]и|ов|ев|ок|ек|ий|ций|ого|его|ых|их)$/.test(form);
}

/** An article before and no noun after: «no notion of it», «a craft.» are things in general; a name stands without («in notion») or tells of a noun («a notion page»). */
export function isCounted({ block, words, from, to }: Place): boolean {
  const [before, last, next] = [words[from - 1], words[to - 1], words[to]];
  if (
    before === undefined ||
    !/^(?:an?|the|no|any|some|this|that|every|each|his|her|my|our|their)$/i.test(before.text)
  ) {
    return false;
  }
  return next === undefined || isStopWord(next.text) || /[^\s]/.test(block.slice(last?.end, next.start));
}

/** Before a name («Граф Толстой»), or, where the word is an adjective, before its noun («главный вход»), it is no name by itself. */
export function leadsOn({ block, words, to }: Place, name: string): boolean {
  const [last, next] = [words[to - 1], words[to]];
  if (last === undefined || next === undefined || block.slice(last.end, next.start) !== ' ') return false;
  if (!isRussian(next.text)) return false;
  if (isCapital(next.text)) return true;
  const isAdjective =
    /(?:[ыио]й|[ая]я|[ое]е|[ыи]е)$/u.test(normalWord(name)) && !normalWord(name).endsWith('ие');
  const isVerb = /(?:т|ть|л[аои]?|с[яь])$/u.test(normalWord(next.text));
  return isAdjective && !isVerb && next.text.length > 3 && !isStopWord(next.text);
}
