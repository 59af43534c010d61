import { stem, wordsOf } from '../../models/words/stem.ts';
import { isStopStem } from './stop-words.ts';
import type { Terms } from './terms.ts';

export interface NamedNote {
  id: string;
  title: string;
  /** the folders it lies in, outermost first */
  folders: readonly string[];
  /** sum of the weights of its ties within the region: how central it is */
  centrality: number;
}

export interface RegionName {
  name: string;
  /** words that members share against the rest, best first */
  describes: string[];
}

interface Candidate {
  text: string;
  stems: readonly string[];
  /** who uses just these words, as a title, part of one, or a folder */
  users: ReadonlySet<string>;
  /** how natural it is as a name before any counting, 0–1 */
  ease: number;
}

/** Stem → note → how often. */
interface Postings {
  byStem: ReadonlyMap<string, ReadonlyMap<string, number>>;
  notes: number;
}

const describedBy = 8;
/** The most used and most natural candidates are enough to choose from. */
const weighedCandidates = 60;
const longestPhrase = 3;
/** A name nearer to a plain word of the text has to be shared by more to win. */
const ease = { folder: 1, title: 0.9, phrase: 0.82, oneWord: 0.72, word: 0.5 } as const;
/** Forms that tell what to do or how, not what it is about: they describe no region. */
const verbForm = /(?:йте|ите|уйся|вая|ывая|уя|ует|уют|ется|ются|ится|ятся|ать|ить|ять)$/u;
/** An adjective alone names nothing. */
const adjectiveForm = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ых|их|ным|ном|ную)$/u;

/**
 * Names for regions, as a person would label a shelf: a folder's name, a central note's title, a phrase of several titles or a word of
 * the text, whichever most members share and others do not (class-based tf-idf, as F1 of coverage and distinctness). No two are the same.
 * `keptNames` beside the regions: names that stay.
 */
export function nameRegions(
  regions: readonly (readonly NamedNote[])[],
  terms: Terms,
  keptNames: readonly (string | null)[] = [],
): RegionName[] {
  const taken = new Set(keptNames.filter((name) => name !== null).map(nameKey));
  const postings = postingsOf(terms);
  return regions.map((members, index) => {
    const inside = new Set(members.map((note) => note.id));
    const describes = describingStems(inside, terms);
    const shown = describes.map((wordStem) => terms.shown(wordStem));
    const keptName = keptNames[index] ?? null;
    if (keptName !== null) return { name: keptName, describes: shown };
    const candidates = [...candidatesOf(members), ...wordCandidates(describes, terms)];
    const ranked = candidates
      .map((candidate) => ({ text: candidate.text, score: score(candidate, inside, postings) }))
      .sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1));
    const fallback = members.toSorted((a, b) => b.centrality - a.centrality)[0]?.title ?? '';
    const name = ranked.find(({ text }) => !taken.has(nameKey(text)))?.text ?? fallback;
    taken.add(nameKey(name));
    return { name, describes: shown };
  });
}

/** Stems by c-tf-idf: share of members that have it × log of how much rarer it is among the rest. */
function describingStems(inside: ReadonlySet<string>, terms: Terms): string[] {
  const have = new Map<string, number>();
  for (const id of inside)
    for (const wordStem of terms.counts.get(id)?.keys() ?? [])
      have.set(wordStem, (have.get(wordStem) ?? 0) + 1);
  const outside = terms.counts.size - inside.size;
  return Array.from(have, ([wordStem, count]) => {
    const share = count / inside.size;
    const shareOutside = ((terms.frequency.get(wordStem) ?? 0) - count + 0.5) / (outside + 1);
    return [wordStem, share * Math.log(share / shareOutside)] as const;
  })
    .filter(
      ([wordStem, weight]) => weight > 0 && wordStem.length > 2 && !verbForm.test(terms.shown(wordStem)),
    )
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, describedBy)
    .map(([wordStem]) => wordStem);
}

function candidatesOf(members: readonly NamedNote[]): Candidate[] {
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
      if (isOne && (!isFirst || adjectiveForm.test(text))) continue;
      add(text, note.id, isOne ? ease.oneWord : isFirst ? ease.phrase : ease.phrase * 0.9);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.users.size * b.ease - a.users.size * a.ease)
    .slice(0, weighedCandidates)
    .map((candidate) => ({ ...candidate, stems: contentStems(candidate.text) }))
    .filter(({ stems }) => stems.length > 0);
}

/** `02 - Guides` is `Guides` to a reader. */
function withoutNumber(folder: string): string {
  return folder.replace(/^[\d.]+\s*[-–—_.)]*\s*/u, '') || folder;
}

function wordCandidates(describes: readonly string[], terms: Terms): Candidate[] {
  return describes
    .filter((wordStem) => !adjectiveForm.test(terms.shown(wordStem)))
    .map((wordStem) => {
      const word = terms.shown(wordStem);
      const text = word.charAt(0).toUpperCase() + word.slice(1);
      return { text, stems: [wordStem], users: new Set(), ease: ease.word };
    });
}

/** Runs of one to three words of a title that do not begin or end with a stop word, as written. */
function phrasesOf(title: string): { text: string; isFirst: boolean }[] {
  const words = wordsOf(title);
  const isStop = (index: number) => isStopStem(stem(words[index]?.text ?? 'и'));
  return words.flatMap((first, from) =>
    Array.from({ length: longestPhrase }, (_, extra) => from + extra)
      .filter((to) => to < words.length && !isStop(from) && !isStop(to))
      .map((to) => ({ text: title.slice(first.start, words[to]?.end), isFirst: from === 0 })),
  );
}

/** F1 of: how many members speak of it, and how much more they do than the rest. */
function score(candidate: Candidate, inside: ReadonlySet<string>, postings: Postings): number {
  let within = 0;
  let beyond = 0;
  const count = (id: string, speaks: number) => {
    if (inside.has(id)) within += speaks;
    else beyond += speaks;
  };
  for (const id of candidate.users) count(id, 1);
  for (const [id, speaks] of speakersOf(candidate, postings)) if (!candidate.users.has(id)) count(id, speaks);
  const coverage = within / inside.size;
  const others = beyond / Math.max(1, postings.notes - inside.size);
  const distinct = coverage === 0 ? 0 : coverage / (coverage + others);
  const sharpness = Math.max(0, 2 * distinct - 1);
  const both = coverage + sharpness;
  return both === 0 ? 0 : candidate.ease * ((2 * coverage * sharpness) / both);
}

/** Notes whose text has all its words, with 0.3–0.8 by how often the rarest of them stands there. */
function speakersOf(candidate: Candidate, postings: Postings): [string, number][] {
  const lists = candidate.stems.map((wordStem) => postings.byStem.get(wordStem) ?? new Map<string, number>());
  const [rarest, ...others] = lists.sort((a, b) => a.size - b.size);
  const found: [string, number][] = [];
  for (const [id, first] of rarest ?? []) {
    const least = others.reduce((lowest, list) => Math.min(lowest, list.get(id) ?? 0), first);
    if (least > 0) found.push([id, Math.min(0.8, 0.2 + least / 8)]);
  }
  return found;
}

function postingsOf(terms: Terms): Postings {
  const byStem = new Map<string, Map<string, number>>();
  for (const [id, counts] of terms.counts)
    for (const [wordStem, count] of counts) {
      const posting = byStem.get(wordStem);
      if (posting) posting.set(id, count);
      else byStem.set(wordStem, new Map([[id, count]]));
    }
  return { byStem, notes: terms.counts.size };
}

function contentStems(text: string): string[] {
  return [...new Set(wordsOf(text).map((word) => stem(word.text)))].filter(
    (wordStem) => !isStopStem(wordStem),
  );
}

function nameKey(text: string): string {
  return wordsOf(text)
    .map((word) => stem(word.text))
    .join(' ');
}
