import { isStopWord, normalWord, wordsOf } from '../../../models/words/stem.ts';
import { isDated } from '../../mentions/field-name.ts';
import { isFormOf } from '../../mentions/word-forms.ts';

/** Why two names are names of one thing. */
export type Alike = 'sameWords' | 'oneSpelling' | 'abbreviation' | 'translit';

const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'zh',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'u',
  я: 'a',
};

/** Letters and digits only, without case: «Day Planner», «day-planner» and «DayPlanner» are spelt alike. */
export function squash(name: string): string {
  return normalWord(name).replace(/[^\p{L}\p{N}+#]+/gu, '');
}

/** What is left of a name's sound in Latin letters: «маркдаун» and «Markdown» both give `mrkdn`. */
export function soundOf(name: string): string {
  const latin = [...squash(name)].map((letter) => letters[letter] ?? letter).join('');
  return latin
    .replace(/ph/g, 'f')
    .replace(/ck|q|c(?![hei])/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/[cz](?=[ei])|ts/g, 's')
    .replace(/w/g, 'v')
    .replace(/j/g, 'g')
    .replace(/(.)\1+/g, '$1')
    .replace(/[aeiouyh]/g, '')
    .replace(/v(?=[dnt])/g, '');
}

/** «Упоминания без ссылки» and «со ссылкой» differ by a small word; only articles and «of» say nothing. */
const empty = new Set(['a', 'an', 'the', 'of']);

function contentOf(name: string): string[] {
  return wordsOf(name)
    .map(({ text }) => normalWord(text))
    .filter((word) => !empty.has(word));
}

function numbersOf(name: string): string {
  return (name.match(/\p{N}+/gu) ?? []).join(' ');
}

/** Names that only look alike: of days, of parts and versions with other numbers, of one letter. */
function isSeries(a: string, b: string): boolean {
  const roman = (name: string) => /(?:^|\s)([IVX]+)$/.exec(name)?.[1] ?? '';
  const letter = (name: string) => /(?:^|\s)(\p{L})$/u.exec(name)?.[1] ?? '';
  return (
    isDated(a) ||
    isDated(b) ||
    numbersOf(a) !== numbersOf(b) ||
    roman(a) !== roman(b) ||
    letter(a) !== letter(b)
  );
}

/**
 * How two names are alike, or null. The same content words in any order and form; the same letters apart from blanks and hyphens, or one letter other in ten and more;
 * first letters; the same sound in two scripts. Dates, numbered series and versions are never alike.
 */
export function namesAlike(a: string, b: string): Alike | null {
  if (isAbbreviation(a, b) || isAbbreviation(b, a)) return 'abbreviation';
  if (isSeries(a, b)) return null;
  const [one, two] = [squash(a), squash(b)];
  if (one.length < 3 || two.length < 3) return null;
  const signs = (name: string) => name.replace(/[^+#]/g, '');
  if (signs(a) !== signs(b)) return null;
  if (one === two) return 'oneSpelling';
  if (haveSameWords(contentOf(a), contentOf(b))) return 'sameWords';
  const isCyrillic = (name: string) => /\p{Script=Cyrillic}/u.test(name);
  if (isCyrillic(a) !== isCyrillic(b)) {
    const sound = soundOf(a);
    return sound.length >= 3 && sound === soundOf(b) && Math.abs(one.length - two.length) <= 3
      ? 'translit'
      : null;
  }
  return isSlip(one, two) ? 'oneSpelling' : null;
}

const adjective = /(?:[ыи]й|ой|[ая]я|[ое]е|[ыи]е)$/;

/** «Банк» and «банка» have forms in common and are two things: one ending more is no other form of a lone name. */
function isLoneForm(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return !(long.startsWith(short) && /^[аяоеь]$/.test(long.slice(short.length)));
}

function haveSameWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length === 0) return false;
  if (a.length === 1) return isLoneForm(a[0] ?? '', b[0] ?? '') && isFormOf(a[0] ?? '', b[0] ?? '');
  // «клиент банка» is not «банк клиента»: nouns that change places keep their forms
  const isInOrder = a.every((word, at) => isFormOf(word, b[at] ?? '') || isFormOf(b[at] ?? '', word));
  if (!isInOrder && ![...a, ...b].some((word) => adjective.test(word)))
    return a.toSorted().join(' ') === b.toSorted().join(' ');
  const left = [...b];
  return a.every((word) => {
    const at = left.findIndex((other) => isFormOf(word, other) || isFormOf(other, word));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
}

function isAbbreviation(short: string, long: string): boolean {
  if (!/^\p{Lu}{3,6}s?$/u.test(short)) return false;
  const words = wordsOf(long).map(({ text }) => text);
  if (words.length < 2) return false;
  const firsts = (all: readonly string[]) => all.map((word) => word[0]?.toUpperCase() ?? '').join('');
  const wanted = short.replace(/s$/, '');
  return firsts(words) === wanted || firsts(words.filter((word) => !isStopWord(word))) === wanted;
}

/** One letter more, less, other, or two that changed places, in long names; not at the end, where forms differ and things do, too. */
function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 10 || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (start < 2 || end < 3 || /\p{N}/u.test(left + right)) return false;
  return (
    (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === [...right].reverse().join(''))
  );
}
