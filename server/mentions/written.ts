import { isStopWord, normalWord } from '../../models/words/stem.ts';
import type { NameReading, Place } from './judge.ts';
import { blank, type StemmedWord } from './readable-words.ts';
import { isCapital, isInside, type Usage } from './usage.ts';

/** The name that a whole vault is about («Obsidian Importer») makes no longer name of the one beside it. */
const everywhere = 0.34;
/** So many of a heading's words begin with a capital. */
const titleCase = 0.8;

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

/** With a capital in quotes, alone in bold, or at the start of a way through menus: «Поиск», **Поиск**, **Настройки → Язык**. */
export function isSetOff(block: string, word: StemmedWord): boolean {
  const [before, after] = [block.slice(word.start - 2, word.start), block.slice(word.end, word.end + 3)];
  if (/[«“"„]$/u.test(before))
    return /^[»”"]/u.test(after) && (isCapital(word.text) || !isRussian(word.text));
  return /(?:\*\*|__)$/.test(before) && /^(?:\*\*|__| →| >)/.test(after) && isCapital(word.text);
}

/** Among words that nearly all begin with a capital, as those of English headings do, a capital says nothing. */
export function isInTitle({ block, words, from, to }: Place): boolean {
  const [first, last] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
  const start = Math.max(...['\n', '[', '**', ': '].map((mark) => block.lastIndexOf(mark, first - 1)));
  const ends = ['\n', ']', '**', ': '].map((mark) => block.indexOf(mark, last)).filter((at) => at >= 0);
  const end = Math.min(block.length, ...ends);
  const others: StemmedWord[] = [];
  const take = (word: StemmedWord | undefined) => {
    if (word !== undefined && /^\p{L}/u.test(word.text) && !isStopWord(word.text)) others.push(word);
  };
  for (let at = from - 1; at >= 0 && (words[at]?.start ?? 0) > start; at -= 1) take(words[at]);
  for (let at = to; at < words.length && (words[at]?.end ?? end) < end + 1; at += 1) take(words[at]);
  return (
    others.length >= 3 && others.filter(({ text }) => isCapital(text)).length >= titleCase * others.length
  );
}

/** «the Tasks plugin», «Icon Shortcode v0.8»: what follows says that it is a name. */
export function isTold({ block, words, to }: Place): boolean {
  return /^ (?:plugins?|themes?|v?\d+\.\d)/i.test(block.slice(words[to - 1]?.end).slice(0, 12));
}

/** The end of an id with hyphens: `obsidian-digital-garden`. */
export function endsId({ block, words, from, to }: Place): boolean {
  const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
  return (
    /^[^\s]+[-_][^\s]+$/.test(block.slice(start, end)) &&
    /[\p{L}\p{N}][-_]$/u.test(block.slice(Math.max(0, start - 2), start))
  );
}

/** All that a link out of the vault shows: `[Companion](https://…)`. */
export function isBracketed(block: string, word: { start: number; end: number }): boolean {
  return block[word.start - 1] === '[' && [blank, ']', ' '].includes(block[word.end] ?? ']');
}

/** Beside another name, or after a hyphen, a word is a piece of something longer: «Dataview» in «Dataview Serializer», «лента» in «RSS-лента». */
export function isPartOfLonger(place: Place, word: StemmedWord, usage: Usage): boolean {
  // `.obsidian`
  if (place.block[word.start - 1] === '.') return true;
  if (/[-‐‑]/u.test(place.block[word.start - 1] ?? '')) {
    const first = place.words[place.from - 1];
    if (first?.end === word.start - 1) {
      if (/^\d/.test(first.text)) return true;
      // «свойство-формула» is both, and its first word has forms; «веб-страница» is one thing
      if (isRussian(word.text)) return !isRussian(first.text) || usage.of([first.stem]).hasOneForm;
    }
  }
  if (isRussian(word.text) || !isCapital(word.text) || isInTitle(place)) return false;
  const before = place.words[place.from - 1];
  const after = place.words[place.to];
  const touches = (one: StemmedWord, other: StemmedWord) =>
    /^[ \u00a0-]$/.test(place.block.slice(one.end, other.start));
  const isName = (other: StemmedWord) => {
    if (!isCapital(other.text) || isStopWord(other.text)) return false;
    if (/^(?:plugins?|themes?|css)$/i.test(other.text)) return false;
    const { spread, lowerShare } = usage.of([other.stem]);
    const isEverywhere = spread >= everywhere && (lowerShare ?? 0) < 0.5;
    return !isEverywhere && (isInside(place.block, other.start) || (lowerShare ?? 0) < 0.5);
  };
  return (
    (before !== undefined && touches(before, word) && !isRussian(before.text) && isName(before)) ||
    (after !== undefined && touches(word, after) && isName(after))
  );
}

function isRussian(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

/** Stem of the noun in the genitive that follows, by its ending: «автор плагина», «карта вашего сайта», which is that one's and not the thing in general. */
export function complementOf({ block, words, to }: Place): string | null {
  const [last, next] = [words[to - 1], words[to]];
  if (last === undefined || next === undefined || block.slice(last.end, next.start) !== ' ') return null;
  const form = normalWord(next.text);
  if (/^(?:его|ее|их)$/.test(form)) return next.stem;
  const isPronoun =
    /^(?:(?:[вн]аш|мо|тво|сво)(?:его|ей|их)|эт(?:ого|ой|их)|т(?:ого|ой|ех)|вс(?:его|ей|ех))$/.test(form);
  const noun = isPronoun ? words[to + 1] : next;
  return noun !== undefined && isGenitive(noun.text) ? noun.stem : null;
}

function isGenitive(word: string): boolean {
  const form = normalWord(word);
  if (isStopWord(form) || form.length < 4 || !/^[а-я]+$/.test(form)) return false;
  return /(?:[^еую]та|[^л]а|[^сй]я|ы|[^лт]и|ов|ев|ок|ек|ий|ций|ого|его|ых|их)$/.test(form);
}

/** Stem of the adjective that stands before: «банковский перевод». */
export function qualifierOf({ block, words, from }: Place): string | null {
  const [before, first] = [words[from - 1], words[from]];
  if (before === undefined || first === undefined || block.slice(before.end, first.start) !== ' ')
    return null;
  const form = normalWord(before.text);
  // «включая» and other forms of verbs qualify nothing
  if (
    isStopWord(form) ||
    !/^[а-я]{5,}$/.test(form) ||
    /(?:ни[еяюй]|нн[а-я]+|[ущ]щ[а-я]+|включая)$/.test(form)
  )
    return null;
  return /(?:[ыио]й|[ая]я|[ое]е|[ыи]е|[ое]го|[ое]му|[ыи]м|[ое]м|[ую]ю|ей|[ыи]х|[ыи]ми)$/.test(form)
    ? before.stem
    : null;
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
