import { stem, wordsOf } from '../../../models/words/stem.ts';

/**
 * Notes as the signals see them: plain data, indices instead of ids, offsets UTF-16 into `text`.
 * A signal gets nothing else, so what `hideLinks` took out of a corpus cannot reach a score.
 */
export interface Corpus {
  notes: CorpusNote[];
}

export interface CorpusNote {
  id: string;
  /** relative to its vault, `/` between parts */
  path: string;
  title: string;
  aliases: string[];
  text: string;
  passages: CorpusPassage[];
  links: CorpusLink[];
  words: CorpusWord[];
}

export interface CorpusPassage {
  id: string;
  start: number;
  end: number;
  /** what is embedded and compared: the slice of the note's text, without what was hidden */
  text: string;
}

export interface CorpusLink {
  /** index into `notes` */
  target: number;
  start: number;
  end: number;
  /** the words of it that a reader sees */
  shownStart: number;
  shownEnd: number;
}

/** A word that a reader sees, by its stem. Targets and other markup inside a link are no words. */
export interface CorpusWord {
  stem: string;
  start: number;
  end: number;
  /** index into the note's `links`, −1 in plain text */
  link: number;
  /** it has a capital letter that nothing but a name gives it: no sentence, line or cell begins with it */
  isProper: boolean;
}

/** Stems that remember: a vault says the same words again and again. One for each reading of a vault. */
export function createStems(): (word: string) => string {
  const known = new Map<string, string>();
  return (word) => {
    const found = known.get(word) ?? stem(word);
    known.set(word, found);
    return found;
  };
}

const capital = /^\p{Lu}/u;
const opening = /[.!?:…|>\n]/;

/** Words of a text with the link each stands in; `links` need not be sorted. */
export function readWords(
  text: string,
  links: readonly CorpusLink[],
  stemOf: (word: string) => string = stem,
): CorpusWord[] {
  const order = links.map((link, index) => ({ link, index })).toSorted((a, b) => a.link.start - b.link.start);
  const words: CorpusWord[] = [];
  let next = 0;
  let read = 0;
  let last: CorpusLink | null = null;
  for (const { text: word, start, end } of wordsOf(text)) {
    while (next < order.length && (order[next]?.link.end ?? 0) <= start) next += 1;
    const inside = order[next];
    const link = inside === undefined || inside.link.start >= end ? null : inside.link;
    if (link !== null && (start < link.shownStart || end > link.shownEnd)) continue;
    // a link's markup is no text: a word stands as it would without it
    const from = last !== null && link !== last ? last.end : read;
    const before = text.slice(from, link !== null && link !== last ? link.start : start);
    const isProper = words.length > 0 && capital.test(word) && !opening.test(before);
    words.push({
      stem: stemOf(word),
      start,
      end,
      link: link === null ? -1 : (inside?.index ?? -1),
      isProper,
    });
    [read, last] = [end, link];
  }
  return words;
}

/** Distinct targets of a note's links, itself left out. */
export function linkedTargets(note: CorpusNote, self: number): Set<number> {
  const targets = new Set<number>();
  for (const link of note.links) if (link.target !== self) targets.add(link.target);
  return targets;
}
