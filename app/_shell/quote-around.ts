interface Quote {
  text: string;
  lit: readonly { start: number; end: number }[];
}

/** Signs shown before the first lit word, so that it is in sight. */
const before = 40;

/** Marks that are for the parser and not for a reader: brackets of links with what stands behind an alias, block ids, bullets and boxes. */
const marks =
  /!?\[\[(?:[^\][|\n]{0,300}\|)?|\]\]|(?<=\s)\^[\w-]+(?=\s|$)|^[ \t]*(?:[-*+][ \t]+)?(?:\[[ x-]\][ \t]+|(?<=[-*+][ \t]+))/gm;

/** A passage from a little before its first lit word on, in one line and without marks; `lit` are offsets into it. */
export function quoteAround(text: string, lit: Quote['lit']): Quote {
  const first = lit[0]?.start ?? 0;
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
