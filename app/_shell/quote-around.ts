interface Quote {
  text: string;
  lit: readonly { start: number; end: number }[];
}

/** Signs shown before the first lit word, so that it is in sight. */
const before = 40;
/** Signs that a line of the list shows, about. */
const line = 110;

/** Marks that are for the parser and not for a reader: brackets of links with what stands behind an alias, block ids, bullets and boxes. */
const marks =
  /!?\[\[(?:[^\][|\n]{0,300}\|)?|\]\]|(?<=\s)\^[\w-]+(?=\s|$)|^[ \t]*(?:[-*+][ \t]+)?(?:\[[ x-]\][ \t]+|(?<=[-*+][ \t]+))/gm;

/** A passage from a little before where most of its lit words stand together, in one line and without marks; `lit` are offsets into it. */
export function quoteAround(text: string, lit: Quote['lit']): Quote {
  const first = densest(lit);
  const from = first > before ? Math.max(0, text.lastIndexOf(' ', first - before) + 1) : 0;
  const kept = text.slice(from);
  const cuts = [...kept.matchAll(marks)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
  }));
  /** where a place of `kept` stands after the cuts */
  const moved = (at: number) =>
    at - cuts.reduce((sum, cut) => sum + Math.max(0, Math.min(cut.end, at) - cut.start), 0);
  return {
    text: kept.replace(marks, '').replaceAll(/\s/g, ' '),
    lit: lit
      .map(({ start, end }) => ({ start: moved(start - from), end: moved(end - from) }))
      .filter(({ start, end }) => end > start),
  };
}

/** Where a line begins that shows most of the lit words; the first such. */
function densest(lit: Quote['lit']): number {
  const from = (start: number) =>
    lit.filter((each) => each.start >= start && each.end <= start + line).length;
  let best = { start: 0, words: 0 };
  for (const { start } of lit) {
    const words = from(start);
    if (words > best.words) best = { start, words };
  }
  return best.start;
}
