import { countedText } from './counted-text.ts';
import type { SettleNote, TextsOf } from './settle.ts';
import { createTermCounter, type Terms } from './terms.ts';

/** The page is answered between them. */
const textsAtOnce = 200;

/** Terms of these notes, whose texts are asked for a few at a time. */
export async function countNotes(notes: readonly SettleNote[], textsOf: TextsOf): Promise<Terms> {
  const counter = createTermCounter();
  for (let from = 0; from < notes.length; from += textsAtOnce) {
    const some = notes.slice(from, from + textsAtOnce);
    const texts = await textsOf(some.map(({ id }) => id));
    for (const [at, { id, title }] of some.entries())
      counter.add({ id, title, text: countedText(texts[at] ?? '') });
  }
  return counter.terms();
}
