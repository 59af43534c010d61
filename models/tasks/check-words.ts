import { contentStems, isStopWord, normalWord, stem, wordsOf } from '../words/stem.ts';

/** Words of a text whose stems are in none of the sources. Empty: every content word has a source. */
export function wordsWithoutSource(text: string, sources: readonly string[]): string[] {
  const known = new Set(sources.flatMap((source) => contentStems(source)));
  const missing = wordsOf(text)
    .map((word) => word.text)
    .filter((word) => !isStopWord(word) && !/^\p{N}$/u.test(word) && !isKnown(stem(word), known));
  return [...new Set(missing)];
}

/**
 * Words whose very form is in none of the sources. For Russian sums of a span, where a form that a small model makes is often no word («нажмить»)
 * or another claim («поддерживает шаблоны» of «логику шаблонов»).
 */
export function formsWithoutSource(text: string, sources: readonly string[]): string[] {
  const known = new Set(sources.flatMap((source) => wordsOf(source).map((word) => normalWord(word.text))));
  return wordsOf(text)
    .map((word) => word.text)
    .filter((word) => !isStopWord(word) && !known.has(normalWord(word)));
}

/** Stems of one root often differ by a suffix (`настройк`, `настроечн`): the same first letters, nearly to the end, count as the same word. */
const sharedLetters = 5;
const mostOtherLetters = 3;

/** Whether a stem is among others, or as good as one of them. */
export function isKnown(wanted: string, known: ReadonlySet<string>): boolean {
  if (known.has(wanted)) return true;
  if (wanted.length < sharedLetters || /\p{N}/u.test(wanted)) return false;
  for (const other of known) {
    let same = 0;
    while (same < wanted.length && wanted[same] === other[same]) same += 1;
    if (same >= sharedLetters && Math.max(wanted.length, other.length) - same <= mostOtherLetters)
      return true;
  }
  return false;
}
