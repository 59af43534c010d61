import { stem, wordsOf } from '../../models/words/stem.ts';
import { saysNothing } from './stop-words.ts';

export interface NamedNote {
  id: string;
  title: string;
  /** the folders it lies in, outermost first */
  folders: readonly string[];
  /** sum of the weights of its ties within the region: how central it is */
  centrality: number;
}

export interface Candidate {
  text: string;
  stems: readonly string[];
  /** who uses just these words, as a title, part of one, or a folder */
  users: ReadonlySet<string>;
  /** how natural it is as a name before any counting, 0–1 */
  ease: number;
}

/** The most used and most natural candidates are enough to choose from. */
const weighedCandidates = 60;
const longestPhrase = 3;
/** A name nearer to a plain word of the text has to be shared by more to win. */
const ease = { folder: 1, title: 0.9, phrase: 0.82, oneWord: 0.72, word: 0.5 } as const;
/** An adjective alone names nothing. */
const adjectiveForm = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ых|их|ным|ном|ную)$/u;

/** Folders, titles and phrases of titles. */
export function candidatesOf(members: readonly NamedNote[]): Candidate[] {
  const found = new Map<string, { text: string; users: Set<string>; ease: number }>();
  const add = (text: string, user: string, weight: number) => {
    const known = found.get(nameKey(text)) ?? { text, users: new Set(), ease: 0 };
    known.users.add(user);
    if (weight > known.ease) Object.assign(known, { ease: weight, text });
    found.set(nameKey(text), known);
  };
  for (const note of members.toSorted((a, b) => b.centrality - a.centrality)) {
    for (const folder of note.folders) add(withoutNumber(folder), note.id, ease.folder);
    if (wordsOf(note.title).length <= longestPhrase + 1) add(note.title, note.id, ease.title);
    for (const { text, isFirst } of phrasesOf(note.title)) {
      const isOne = wordsOf(text).length === 1;
      // within a title a phrase stands in some case; one that begins with a capital is a name of its own
      if (!isFirst && !/^\p{Lu}/u.test(text)) continue;
      if (isOne && (!isFirst || adjectiveForm.test(text))) continue;
      add(text, note.id, isOne ? ease.oneWord : isFirst ? ease.phrase : ease.phrase * 0.9);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.users.size * b.ease - a.users.size * a.ease)
    .slice(0, weighedCandidates)
    .map((candidate) => ({ ...candidate, stems: contentStems(candidate.text) }))
    .filter(({ text, stems }) => stems.length > 0 && /\p{L}{2}/u.test(text));
}

/** `02 - Guides` is `Guides` to a reader. */
function withoutNumber(folder: string): string {
  return folder.replace(/^[\d.]+\s*[-–—_.)]*\s*/u, '') || folder;
}

export function wordCandidates(words: readonly string[]): Candidate[] {
  return words
    .filter((word) => !adjectiveForm.test(word))
    .map((word) => ({
      text: word.charAt(0).toUpperCase() + word.slice(1),
      stems: [stem(word)],
      users: new Set(),
      ease: ease.word,
    }));
}

/** Runs of one to three words of a title that do not begin or end with a stop word, as written. */
function phrasesOf(title: string): { text: string; isFirst: boolean }[] {
  const words = wordsOf(title);
  const isStop = (index: number) => saysNothing(words[index]?.text ?? 'и');
  return words.flatMap((first, from) =>
    Array.from({ length: longestPhrase }, (_, extra) => from + extra)
      .filter((to) => to < words.length && !isStop(from) && !isStop(to))
      .map((to) => ({ text: title.slice(first.start, words[to]?.end), isFirst: from === 0 })),
  );
}

function contentStems(text: string): string[] {
  const words = wordsOf(text).filter((word) => !saysNothing(word.text));
  return [...new Set(words.map((word) => stem(word.text)))];
}

/** Names that a reader takes for the same. */
export function nameKey(text: string): string {
  return wordsOf(text)
    .map((word) => stem(word.text))
    .join(' ');
}
