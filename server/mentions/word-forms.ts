import { normalWord, stem } from '../../models/words/stem.ts';

/** Case endings of Russian nouns and of adjectives, after Zaliznyak's declensions; ё is е by then. */
const nounEndings = ' а я о е ы и у ю ь й ой ей ою ею ом ем ам ям ами ями ах ях ов ев ью'.split(' ');
const adjectiveEndings =
  'ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ей ых их ыми ими ою ею'.split(' ');
/** A vowel that Russian drops: «закладок» and «закладка», «отец» and «отца», «писем» and «письмо». */
const droppedVowel = /(?<=[бвгджзклмнпрстфхцчшщ])[ое](?=[бвкцнлрм]$)/;
const englishEnding = /^(?:|s|es|y|ies|e|i)$/;

/**
 * Two words of one stem that are also one word in different cases or numbers: a name is a noun phrase,
 * and a verb or adjective of the same stem is another word («видит» is no form of «виды», «template» none of «templater»).
 */
export function isFormOf(word: string, name: string): boolean {
  const [form, base] = [normalWord(word), normalWord(name)];
  if (form === base) return true;
  if (/^[а-я]+$/.test(form) && /^[а-я]+$/.test(base)) {
    return (
      sharesBase(form, base, nounEndings) || sharesBase(form, base, adjectiveEndings) || isOfMya(form, base)
    );
  }
  let shared = 0;
  while (shared < form.length && form[shared] === base[shared]) shared += 1;
  return englishEnding.test(form.slice(shared)) && englishEnding.test(base.slice(shared));
}

/** The stems that a word's other forms may have, since a stemmer takes «память» and «памятью» for two words. Without the word's own stem. */
export function otherStems(word: string): string[] {
  const form = normalWord(word);
  if (!/^[а-я]{3,}$/.test(form)) return [];
  const stems = new Set<string>();
  for (const base of basesOf(form, nounEndings)) {
    for (const ending of nounEndings) stems.add(stem(base + ending));
    const filled = [...base.replace('ь', '').matchAll(/(?<=[^аеиоуыэюя])(?=[бвкцнлрм]$)/g)];
    for (const { index } of filled) {
      for (const vowel of 'ое') {
        const bare = base.replace('ь', '');
        stems.add(stem(bare.slice(0, index) + vowel + bare.slice(index)));
      }
    }
    const dropped = base.replace(droppedVowel, '');
    if (dropped !== base) for (const ending of nounEndings.slice(1)) stems.add(stem(dropped + ending));
  }
  if (form.endsWith('мя')) stems.add(stem(`${form.slice(0, -1)}ени`));
  stems.delete(stem(word));
  return [...stems].filter((each) => each.length > 1);
}

function sharesBase(form: string, base: string, endings: readonly string[]): boolean {
  const bases = new Set(basesOf(base, endings).map(withoutDropped));
  return basesOf(form, endings).some((each) => bases.has(withoutDropped(each)));
}

function basesOf(word: string, endings: readonly string[]): string[] {
  return endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= 2)
    .map((ending) => word.slice(0, word.length - ending.length));
}

function withoutDropped(base: string): string {
  return base.replace(/[ьй](?=[^аеиоуыэюя]?$)/, '').replace(droppedVowel, '');
}

/** The ten words like «имя»: «имени», «имён». */
function isOfMya(form: string, base: string): boolean {
  const root = (word: string) => /^(.+м)(?:я|ен(?:|и|ем|а|ам|ами|ах))$/.exec(word)?.[1];
  return (
    root(form) !== undefined &&
    root(form) === root(base) &&
    (form.length < base.length ? form : base).endsWith('я')
  );
}
