import { isStopWord, stem, wordsOf } from '../../models/words/stem.ts';
import { tellingWords } from './telling-words.ts';

/** More words than this narrow nothing and only cost time. */
const mostWords = 32;
/** A phrase that stands there as asked is worth more than its words apart. */
const phraseWeight = 2;
/** Letters; a shorter word with one off is another word. */
const shortestFuzzy = 4;

/**
 * A Lucene query that finds any of the words, and the whole phrase before them; null without words. It is made of letters and digits
 * only, each word lower-cased and quoted, so nothing a person types can be an operator. The indexes' analyzers bring word forms;
 * `ё` and `е` are one letter to a reader, so a word with either is asked for in each spelling.
 */
export function luceneQuery(text: string): string | null {
  const words = askedWords(text);
  if (words.length === 0) return null;
  // each analyzer drops its own language's stop words only
  const each = tellingWords(words).map((word) => {
    const spellings = spellingsOf(word);
    return spellings.length === 1
      ? `"${word}"`
      : `(${spellings.map((spelling) => `"${spelling}"`).join(' OR ')})`;
  });
  const phrase = words.length > 1 ? ` OR "${words.join(' ')}"^${phraseWeight}` : '';
  return each.join(' OR ') + phrase;
}

/** The query narrowed: each phrase must stand there, none of the words may. `query` null: nothing was asked for but these. */
export function narrowedQuery(
  query: string | null,
  { phrases, without }: { phrases: readonly string[]; without: readonly string[] },
): string | null {
  const quoted = (texts: readonly string[]) =>
    texts.map(askedWords).flatMap((words) => (words.length === 0 ? [] : [`"${words.join(' ')}"`]));
  const musts = quoted(phrases).map((phrase) => `+${phrase}`);
  const parts = [...(query === null ? [] : [`+(${query})`]), ...musts];
  if (parts.length === 0) return null;
  if (parts.length === 1 && musts.length === 0 && without.length === 0) return query;
  return [...parts, ...quoted(without).map((word) => `-${word}`)].join(' ');
}

/** For a slip of the pen, where the words as written find nothing: each of them, a letter or two off. Null where none is long enough. */
export function fuzzyQuery(text: string): string | null {
  const words = askedWords(text).filter((word) => word.length >= shortestFuzzy && !isStopWord(word));
  if (words.length === 0) return null;
  // a fuzzy word is not analyzed: the index holds stems
  return words.map((word) => `${stem(word)}~${word.length >= 2 * shortestFuzzy ? 2 : 1}`).join(' OR ');
}

/** A Russian word has one `ё` at most: as written, with none, and with each `е` as `ё`. */
function spellingsOf(word: string): string[] {
  const plain = word.replaceAll('ё', 'е');
  if (!plain.includes('е') || !/\p{Script=Cyrillic}/u.test(plain)) return [word];
  const places = Array.from(plain.matchAll(/е/gu), (match) => match.index).slice(0, 5);
  return [plain, ...places.map((at) => `${plain.slice(0, at)}ё${plain.slice(at + 1)}`)];
}

/** Every word, in any form; the last may be only begun. Null without words. */
export function suggestQuery(text: string): string | null {
  const words = askedWords(text);
  if (words.length === 0) return null;
  return words
    .map((word, index) => {
      const begun = index === words.length - 1 ? spellingsOf(word).map((spelling) => `${spelling}*`) : [];
      return `(${[...spellingsOf(word).map((spelling) => `"${spelling}"`), ...begun].join(' OR ')})`;
    })
    .join(' AND ');
}

/** All words of the text, in any form and order; null without words. */
export function allWordsQuery(text: string): string | null {
  const words = askedWords(text);
  if (words.length === 0) return null;
  return words
    .map(
      (word) =>
        `(${spellingsOf(word)
          .map((spelling) => `"${spelling}"`)
          .join(' OR ')})`,
    )
    .join(' AND ');
}

function askedWords(text: string): string[] {
  return wordsOf(text.normalize('NFC'))
    .slice(0, mostWords)
    .map((word) => word.text.toLowerCase());
}
