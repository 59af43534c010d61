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

/** Words of a text with the link each stands in; `links` need not be sorted. */
export function readWords(
  text: string,
  links: readonly CorpusLink[],
  stemOf: (word: string) => string = stem,
): CorpusWord[] {
  const order = links.map((link, index) => ({ link, index })).toSorted((a, b) => a.link.start - b.link.start);
  const words: CorpusWord[] = [];
  let next = 0;
  for (const { text: word, start, end } of wordsOf(text)) {
    while (next < order.length && (order[next]?.link.end ?? 0) <= start) next += 1;
    const inside = order[next];
    if (inside === undefined || inside.link.start >= end) {
      words.push({ stem: stemOf(word), start, end, link: -1 });
    } else if (start >= inside.link.shownStart && end <= inside.link.shownEnd) {
      words.push({ stem: stemOf(word), start, end, link: inside.index });
    }
  }
  return words;
}

/** Distinct targets of a note's links, itself left out. */
export function linkedTargets(note: CorpusNote, self: number): Set<number> {
  const targets = new Set<number>();
  for (const link of note.links) if (link.target !== self) targets.add(link.target);
  return targets;
}
