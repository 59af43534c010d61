import { isStopWord } from '../../models/words/stem.ts';

/** Of a question's words those that tell something: without `the` and `как`, unless there is nothing else. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !isStopWord(word));
  return telling.length > 0 ? telling : words;
}
