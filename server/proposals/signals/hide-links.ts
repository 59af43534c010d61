import type { Corpus, CorpusLink, CorpusNote, CorpusPassage } from './corpus.ts';
import { linkedTargets } from './corpus.ts';

/** removed: a hidden link's text is deleted; mention: its visible words stay as plain text. */
export type HideMode = 'removed' | 'mention';

export interface Pair {
  source: number;
  target: number;
}

/** Distinct links between two notes, in the notes' order. */
export function linkedPairs(corpus: Corpus): Pair[] {
  return corpus.notes.flatMap((note, source) =>
    [...linkedTargets(note, source)].map((target) => ({ source, target })),
  );
}

/** The corpus as if the pairs had never been linked. Places stay those of the untouched text; nothing of the hidden links is left in words, passages or links. */
export function hideLinks(corpus: Corpus, pairs: readonly Pair[], mode: HideMode): Corpus {
  const bySource = new Map<number, Set<number>>();
  for (const { source, target } of pairs) {
    const targets = bySource.get(source) ?? new Set<number>();
    bySource.set(source, targets.add(target));
  }
  return {
    notes: corpus.notes.map((note, source) => {
      const targets = bySource.get(source);
      return targets === undefined ? note : hideTargets(note, targets, mode);
    }),
  };
}

function hideTargets(note: CorpusNote, targets: ReadonlySet<number>, mode: HideMode): CorpusNote {
  const hidden = note.links.filter((link) => targets.has(link.target));
  const kept = note.links.filter((link) => !targets.has(link.target));
  const places = new Map(kept.map((link, at) => [link, at]));
  const words = note.words.flatMap((word) => {
    const link = note.links[word.link];
    if (link === undefined) return [word];
    const at = places.get(link);
    if (at !== undefined) return [{ ...word, link: at }];
    return mode === 'mention' ? [{ ...word, link: -1 }] : [];
  });
  const cut = (start: number, end: number) => sliceWithout(note.text, { start, end }, hidden, mode);
  return {
    ...note,
    text: cut(0, note.text.length),
    links: kept,
    words,
    passages: note.passages.map((passage): CorpusPassage => ({
      ...passage,
      text: cut(passage.start, passage.end),
    })),
  };
}

/** A slice of a text whose hidden links are gone, or only their visible words left. A link that the slice cuts is gone whole. */
function sliceWithout(
  text: string,
  slice: { start: number; end: number },
  hidden: readonly CorpusLink[],
  mode: HideMode,
): string {
  let at = slice.start;
  let result = '';
  for (const link of hidden.toSorted((a, b) => a.start - b.start)) {
    if (link.end <= at || link.start >= slice.end) continue;
    result += text.slice(at, Math.max(at, link.start));
    if (mode === 'mention') {
      result += text.slice(Math.max(at, link.shownStart), Math.min(slice.end, link.shownEnd));
    }
    at = link.end;
  }
  return result + text.slice(at, Math.max(at, slice.end));
}
