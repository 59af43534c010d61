import { type Candidate, candidatesOf, type NamedNote, nameKey, wordCandidates } from './name-candidates.ts';
import type { Terms } from './terms.ts';

export interface RegionName {
  name: string;
  /** words that members share against the rest, best first */
  describes: string[];
}

/** Of the stems that names are made of: note → how often. */
interface Postings {
  byStem: ReadonlyMap<string, ReadonlyMap<string, number>>;
  notes: number;
}

const describedBy = 8;
const commonWordWorth = 0.8;
/** Forms that tell what to do or how, not what it is about: they describe no region. */
const verbForm = /(?:йте|ите|уйся|вая|ывая|уя|ует|уют|ется|ются|ится|ятся|ать|ить|ять)$/u;

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
  const insides = regions.map((members) => new Set(members.map((note) => note.id)));
  const described = insides.map((inside) => describingTerms(inside, terms));
  const candidates = regions.map((members, index) => [
    ...candidatesOf(members),
    ...wordCandidates((described[index] ?? []).map((term) => terms.shown(term))),
  ]);
  const postings = postingsOf(
    terms,
    candidates.flatMap((own) => own.flatMap(({ stems }) => stems)),
  );
  const taken = new Set(keptNames.filter((name) => name !== null).map(nameKey));
  const names = regions.map((_, index) => keptNames[index] ?? null);
  const offers = candidates.flatMap((own, index) =>
    own.map((candidate) => ({
      index,
      text: candidate.text,
      score: score(candidate, insides[index] ?? new Set(), postings),
    })),
  );
  // the region that a name fits best has it, not the one that comes first
  for (const { index, text } of offers.sort((a, b) => b.score - a.score || (a.text < b.text ? -1 : 1))) {
    if (names[index] !== null || taken.has(nameKey(text))) continue;
    names[index] = text;
    taken.add(nameKey(text));
  }
  return regions.map((members, index) => ({
    name: names[index] ?? members.toSorted((a, b) => b.centrality - a.centrality)[0]?.title ?? '',
    describes: (described[index] ?? []).map((term) => terms.shown(term)),
  }));
}

/** Terms by c-tf-idf: share of members that have it × log of how much rarer it is among the rest. */
function describingTerms(inside: ReadonlySet<string>, terms: Terms): number[] {
  const have = new Map<number, number>();
  for (const id of inside)
    for (const term of terms.counts.get(id)?.terms ?? []) have.set(term, (have.get(term) ?? 0) + 1);
  const outside = terms.counts.size - inside.size;
  const weighed = Array.from(have, ([term, count]) => {
    const share = count / inside.size;
    const shareOutside = (terms.frequency(term) - count + 0.5) / (outside + 1);
    return { term, weight: share * Math.log(share / shareOutside) };
  }).filter(({ weight }) => weight > 0);
  weighed.sort((a, b) => b.weight - a.weight || (terms.stem(a.term) < terms.stem(b.term) ? -1 : 1));
  const found: number[] = [];
  for (const { term } of weighed) {
    if (found.length === describedBy) break;
    if (terms.stem(term).length > 2 && !verbForm.test(terms.shown(term))) found.push(term);
  }
  return found;
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
  return both === 0 ? 0 : easeOf(candidate, postings) * ((2 * coverage * sharpness) / both);
}

/** A word that half of all notes have lengthens a name and tells nothing. */
function easeOf(candidate: Candidate, postings: Postings): number {
  const isCommon = (wordStem: string) => (postings.byStem.get(wordStem)?.size ?? 0) * 2 > postings.notes;
  const common = candidate.stems.filter(isCommon).length;
  return candidate.ease * commonWordWorth ** common;
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

function postingsOf(terms: Terms, stems: readonly string[]): Postings {
  const wanted = new Map<number, Map<string, number>>();
  const byStem = new Map<string, ReadonlyMap<string, number>>();
  for (const wordStem of new Set(stems)) {
    const term = terms.numberOf(wordStem);
    if (term === undefined) continue;
    const posting = new Map<string, number>();
    wanted.set(term, posting);
    byStem.set(wordStem, posting);
  }
  for (const [id, { terms: own, counts }] of terms.counts)
    for (const [at, term] of own.entries()) wanted.get(term)?.set(id, counts[at] ?? 0);
  return { byStem, notes: terms.counts.size };
}
