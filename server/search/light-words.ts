import { stem, wordsOf } from '../../models/words/stem.ts';
import { tellingWords } from './telling-words.ts';

export interface Span {
  start: number;
  end: number;
}

/** Stems of a question's words, to light their forms in what was found. */
export function stemSet(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).map((word) => stem(word.text)));
}

/** Of those the ones that tell something. */
export function tellingStems(text: string): ReadonlySet<string> {
  return new Set(tellingWords(wordsOf(text).map((word) => word.text)).map((word) => stem(word)));
}

/** Words of `text` that are a form of one of the stems, in order; neighbours stay apart. Offsets are UTF-16. */
export function lightWords(text: string, stems: ReadonlySet<string>): Span[] {
  return wordsOf(text)
    .filter((word) => stems.has(stem(word.text)))
    .map(({ start, end }) => ({ start, end }));
}
