import type { FieldThing } from '../../server/mentions/field-name.ts';
import { buildPhrases } from '../../server/mentions/phrases.ts';
import { readableBlocks } from '../../server/mentions/readable-words.ts';
import { wordsOf } from '../../models/words/stem.ts';
import type { Found } from './score.ts';

/** What Obsidian calls unlinked mentions: titles and aliases just as they are written, any capitals, the longest first. */
export function createExactFinder(things: readonly FieldThing[]): (text: string) => Found[] {
  const wordsIn = (text: string) => wordsOf(text).map((word) => ({ ...word, stem: word.text.toLowerCase() }));
  const phrases = buildPhrases(
    things.flatMap(({ id, title, names }) =>
      names.map((name) => ({
        stems: wordsIn(name).map((word) => word.stem),
        value: { id, title, text: name.toLowerCase() },
      })),
    ),
  );
  return (text) =>
    readableBlocks(text).flatMap((block) => {
      const words = wordsIn(block.text);
      const found = phrases.find(words).flatMap(({ value, from, to }) => {
        const [start, end] = [words[from]?.start ?? 0, words[to - 1]?.end ?? 0];
        const isSame = block.text.slice(start, end).toLowerCase() === value.text;
        return isSame ? [{ start: block.offset + start, end: block.offset + end, ...value }] : [];
      });
      const kept: Found[] = [];
      for (const each of found.toSorted((a, b) => b.end - b.start - (a.end - a.start))) {
        if (kept.every(({ start, end }) => each.end <= start || each.start >= end)) kept.push(each);
      }
      return kept;
    });
}
