import { normalWord, wordsOf } from '../words/stem.ts';

const negations = new Set(
  'не ни нет нельзя без никогда никто ничего not no never nor without cannot cant dont doesnt isnt arent wont'.split(
    ' ',
  ),
);

/**
 * Where a text or what it was written from denies something, every word counts: “plugins are not updated” says another thing than “not updated by themselves”.
 * There the text must stand in the source word for word, up to the end of a clause.
 */
export function keepsNegation(text: string, source: string): boolean {
  if (!denies(text) && !denies(source)) return true;
  const wanted = plainWords(text);
  return source
    .split(/[.,;:!?…()\n]|\s[–—-]\s/u)
    .some((clause) => ` ${plainWords(clause)}`.endsWith(` ${wanted}`));
}

function denies(text: string): boolean {
  return wordsOf(text.replace(/['’]/g, '')).some((word) => negations.has(normalWord(word.text)));
}

function plainWords(text: string): string {
  return wordsOf(text.replace(/['’]/g, ''))
    .map((word) => normalWord(word.text))
    .join(' ');
}
