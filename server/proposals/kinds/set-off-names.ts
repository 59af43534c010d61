import { isStopWord, normalWord } from '../../../models/words/stem.ts';
import { blank, type Readable, readableBlocks, type StemmedWord } from '../../mentions/readable-words.ts';
import { isCapital, isInside } from '../../mentions/usage.ts';

/** How a text sets a name off: bold, in quotes, as a heading or list item of its own, by capitals inside a sentence; `together`: not at all, two words that recur side by side. */
export type HowSetOff = 'bold' | 'quoted' | 'alone' | 'capitals' | 'together';

export interface SetOffName {
  text: string;
  how: HowSetOff;
}

const bold = /(?:\*\*|__)([^*_\n]{3,50})(?:\*\*|__)/gu;
const quoted = /[«“"„]([^«»“”"„\n]{3,50})[»”"]/gu;

/** Names of up to four words that a note sets off. */
export function setOffNames(text: string, wordsOf: (text: string) => StemmedWord[]): SetOffName[] {
  return readableBlocks(text)
    .flatMap((block) => [
      ...[...block.text.matchAll(bold)].map(([, words = '']) => ({
        text: bare(words),
        how: 'bold' as const,
      })),
      ...[...block.text.matchAll(quoted)].map(([, words = '']) => ({
        text: bare(words),
        how: 'quoted' as const,
      })),
      ...alone(block),
      ...inCapitals(block.text, wordsOf(block.text)),
    ])
    .filter(({ text }) => !text.includes(blank) && !/[:;!?…→=<>{}|]|[.,](?:\s|$)/u.test(text));
}

function bare(words: string): string {
  return words.trim().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function alone({ text }: Readable): SetOffName[] {
  const words = bare(text.replace(/^[#>\s\-*+\d.)]+/u, ''));
  return words.length > 2 && words.length <= 50 && !words.includes('\n')
    ? [{ text: words, how: 'alone' }]
    : [];
}

/** Runs of words that begin with a capital inside a sentence: «Google Drive», and lone Latin words. */
function inCapitals(block: string, words: readonly StemmedWord[]): SetOffName[] {
  const names: SetOffName[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const first = words[from];
    if (
      first === undefined ||
      !isCapital(first.text) ||
      isStopWord(first.text) ||
      !isInside(block, first.start)
    )
      continue;
    let to = from + 1;
    while (to < words.length && to - from < 4 && isNext(block, words[to - 1], words[to])) to += 1;
    const last = words[to - 1] ?? first;
    names.push({ text: block.slice(first.start, last.end), how: 'capitals' });
    from = to - 1;
  }
  return names;
}

function isNext(block: string, before: StemmedWord | undefined, word: StemmedWord | undefined): boolean {
  if (before === undefined || word === undefined) return false;
  return block.slice(before.end, word.start) === ' ' && isCapital(word.text);
}

const adjective =
  /^[а-я]{3,}(?:[ыи]й|[оеё]й|[ая]я|[оеё]е|[ыи]е|[оеё]го|[оеё]му|[ыи]м|[оеё]м|[ую]ю|[ыи]х|[ыи]ми)$/;
/** Forms of verbs and pronouns that look like adjectives. */
const noAdjective =
  /(?:[ую]щ|вш)[а-я]{2,3}$|^(?:мо|тво|сво|наш|ваш|эт|так|как|кажд|люб|сам|вс|ин|друг)[а-я]{1,3}$/;

/** A Russian adjective and the noun after it, as they stand. */
export function adjectiveNouns(
  text: string,
  wordsOf: (text: string) => StemmedWord[],
): { key: string; text: string }[] {
  return readableBlocks(text).flatMap((block) => {
    const words = wordsOf(block.text);
    return words.flatMap((word, at) => {
      const next = words[at + 1];
      if (next === undefined || block.text.slice(word.end, next.start) !== ' ') return [];
      const [first, second] = [normalWord(word.text), normalWord(next.text)];
      if (!adjective.test(first) || noAdjective.test(first) || adjective.test(second) || second.length < 4)
        return [];
      if (isStopWord(word.text) || isStopWord(next.text)) return [];
      return [{ key: `${word.stem} ${next.stem}`, text: block.text.slice(word.start, next.end) }];
    });
  });
}
