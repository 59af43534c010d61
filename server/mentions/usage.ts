import { setImmediate } from 'node:timers/promises';
import type { FieldThing } from './field-name.ts';
import { type LinkWords, readLinkWords } from './link-words.ts';
import { createStemmer, readableBlocks } from './readable-words.ts';

/** How a vault uses words: what keeps a name apart from the ordinary word that is spelt alike. */
export interface Usage {
  /** of a word, by the stems that its forms have */
  of(stems: readonly string[]): WordUsage;
  /** of the places where just these words stand, capitals and all, how many link the thing of that id, 0–1; the standing ones are known for a lone word */
  linkShare(written: string, id: string): number;
  links: Pick<LinkWords, 'linkedBy' | 'relatedness' | 'linkers'>;
  /** stems that stand out in a note, by its id; empty for one that was not read */
  ownWords(source: string): ReadonlySet<string>;
  /** whether the note of that id has a word of this stem */
  says(source: string, stem: string): boolean;
}

export interface WordUsage {
  /** notes that have it, and their share of all, 0–1 */
  notes: number;
  spread: number;
  /** of its places inside sentences, how many are in lower case, 0–1; null where there is none */
  lowerShare: number | null;
  /** it stands in one form only, as coined names do and ordinary words do not */
  hasOneForm: boolean;
}

export interface ReadSource {
  id: string;
  text: string;
}

interface Counts {
  notes: number;
  lower: number;
  capital: number;
  /** places of each form, in lower case */
  forms: Map<string, number>;
}

/** Stems of a note that are compared with the text around a name. */
const ownWordCount = 60;
/** Of a coined name's places this share has one form; the rest are slips. */
const oneForm = 0.97;

/** Other work gets its turn after this many milliseconds of reading. */
const turnMs = 20;

export async function readUsage(
  sources: readonly ReadSource[],
  things: readonly FieldThing[],
): Promise<Usage> {
  let pausedAt = performance.now();
  const counts = new Map<string, Counts>();
  const written = new Map<string, number>();
  const bearers = new Set(things.flatMap(({ source }) => source ?? []));
  const texts = new Map<string, Map<string, number>>();
  const wordsOf = createStemmer();
  for (const { id, text } of sources) {
    if (performance.now() - pausedAt > turnMs) {
      await setImmediate();
      pausedAt = performance.now();
    }
    const own = new Map<string, number>();
    for (const block of readableBlocks(text)) {
      for (const word of wordsOf(block.text)) {
        raise(own, word.stem);
        raise(written, word.text);
        const count = counts.get(word.stem) ?? { notes: 0, lower: 0, capital: 0, forms: new Map() };
        counts.set(word.stem, count);
        raise(count.forms, word.text.toLowerCase());
        if (!isInside(block.text, word.start)) continue;
        if (isCapital(word.text)) count.capital += 1;
        else count.lower += 1;
      }
    }
    for (const stem of own.keys()) {
      const count = counts.get(stem);
      if (count) count.notes += 1;
    }
    if (bearers.has(id)) texts.set(id, own);
  }
  const links = readLinkWords(sources, things);
  const notes = Math.max(sources.length, 1);
  const ownWords = new Map<string, ReadonlySet<string>>();
  return {
    links,
    of(stems) {
      const found = stems.flatMap((stem) => counts.get(stem) ?? []);
      const [lower, capital] = [sum(found, 'lower'), sum(found, 'capital')];
      const forms = found.flatMap((each) => [...each.forms.values()]);
      return {
        notes: sum(found, 'notes'),
        spread: Math.min(1, sum(found, 'notes') / notes),
        lowerShare: lower + capital === 0 ? null : lower / (lower + capital),
        hasOneForm: Math.max(0, ...forms) >= oneForm * forms.reduce((all, places) => all + places, 0),
      };
    },
    linkShare(words, id) {
      const { here, all } = links.of(words, id);
      return here === 0 ? 0 : here / (all + (written.get(words) ?? 0));
    },
    says: (source, stem) => texts.get(source)?.has(stem) === true,
    ownWords(source) {
      const known = ownWords.get(source);
      if (known) return known;
      const weight = ([stem, times]: [string, number]) =>
        (1 + Math.log(times)) * Math.log(notes / (counts.get(stem)?.notes ?? 1));
      const ranked = [...(texts.get(source) ?? [])].sort((a, b) => weight(b) - weight(a));
      const words = new Set(ranked.slice(0, ownWordCount).map(([stem]) => stem));
      ownWords.set(source, words);
      return words;
    },
  };
}

function sum(counts: readonly Counts[], what: 'notes' | 'lower' | 'capital'): number {
  return counts.reduce((all, each) => all + each[what], 0);
}

function raise(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** A word inside a sentence, where a capital letter means something: not first in its block, after a full stop, a colon, a mark of a list or an opening quote. */
export function isInside(text: string, start: number): boolean {
  const before = /(\S)[ \u00a0\n]+$/u.exec(text.slice(Math.max(0, start - 4), start))?.[1];
  return before !== undefined && /[\p{L}\p{N},;)»”]/u.test(before);
}

export function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
