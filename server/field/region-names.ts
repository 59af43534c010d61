import { type ByVault, countByVault, shareBeside } from './beside-region.ts';
import { type Candidate, candidatesOf, type NamedNote, nameKey, wordCandidates } from './name-candidates.ts';
import type { Terms } from './terms.ts';

export interface RegionName {
  name: string;
  /** words that members share against the rest, best first */
  describes: string[];
}

/** Where names are given. */
export interface Naming {
  terms: Terms;
  vaultOf(this: void, noteId: string): string | null;
}

interface Region {
  ids: ReadonlySet<string>;
  size: ByVault;
}

/** By vault: how many of its notes have each term, by its number. */
type Frequencies = ReadonlyMap<string | null, Int32Array>;

/** Of the stems that names are made of: note → how often. */
type Postings = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** What candidates are weighed by. */
interface Field {
  notes: number;
  size: ByVault;
  vaultOf: Naming['vaultOf'];
  postings: Postings;
  /** by name: all notes that use just its words, whatever their region */
  users: ReadonlyMap<string, ReadonlySet<string>>;
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
  { terms, vaultOf }: Naming,
  keptNames: readonly (string | null)[] = [],
): RegionName[] {
  const sizeOf = (ids: Iterable<string>) => countByVault(ids, vaultOf);
  const size = sizeOf(terms.counts.keys());
  const frequencies = frequenciesOf(size.keys(), { terms, vaultOf });
  const insides = regions.map((members): Region => {
    const ids = new Set(members.map(({ id }) => id));
    return { ids, size: sizeOf(ids) };
  });
  const described = insides.map((inside) => describingTerms(inside, { terms, vaultOf, size, frequencies }));
  const candidates = regions.map((members, index) => [
    ...candidatesOf(members),
    ...wordCandidates((described[index] ?? []).map((term) => terms.shown(term))),
  ]);
  const postings = postingsOf(
    terms,
    candidates.flatMap((own) => own.flatMap(({ stems }) => stems)),
  );
  const field: Field = {
    notes: terms.counts.size,
    size,
    vaultOf,
    postings,
    users: usersOf(candidates.flat()),
  };
  const taken = new Set(keptNames.filter((name) => name !== null).map(nameKey));
  const names = regions.map((_, index) => keptNames[index] ?? null);
  const offers = candidates.flatMap((own, index) =>
    own.map((candidate) => ({
      index,
      text: candidate.text,
      score: scoreOf(candidate, insides[index], field),
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

/** Terms by c-tf-idf: share of members that have it × log of how much rarer it is beside them. */
function describingTerms(
  { ids, size: inside }: Region,
  { terms, vaultOf, size, frequencies }: Naming & { size: ByVault; frequencies: Frequencies },
): number[] {
  const having = new Map<number, string[]>();
  for (const id of ids)
    for (const term of terms.counts.get(id)?.terms ?? []) {
      const users = having.get(term);
      if (users) users.push(id);
      else having.set(term, [id]);
    }
  const weighed = Array.from(having, ([term, users]) => {
    const own = countByVault(users, vaultOf);
    const beside = new Map<string | null, number>();
    for (const [vault, counts] of frequencies) beside.set(vault, (counts[term] ?? 0) - (own.get(vault) ?? 0));
    const share = users.length / ids.size;
    return { term, weight: share * Math.log(share / shareBeside(beside, { inside, field: size })) };
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
function scoreOf(candidate: Candidate, region: Region | undefined, field: Field): number {
  if (region === undefined) return 0;
  const { ids, size: inside } = region;
  let within = 0;
  const beside = new Map<string | null, number>();
  const count = (id: string, speaks: number) => {
    if (ids.has(id)) within += speaks;
    else beside.set(field.vaultOf(id), (beside.get(field.vaultOf(id)) ?? 0) + speaks);
  };
  const users = field.users.get(nameKey(candidate.text)) ?? candidate.users;
  for (const id of users) count(id, 1);
  for (const [id, speaks] of speakersOf(candidate, field)) if (!users.has(id)) count(id, speaks);
  if (within === 0) return 0;
  const coverage = within / ids.size;
  const distinct = coverage / (coverage + shareBeside(beside, { inside, field: field.size }));
  const sharpness = Math.max(0, 2 * distinct - 1);
  return easeOf(candidate, field) * ((2 * coverage * sharpness) / (coverage + sharpness));
}

/** A word that half of all notes have lengthens a name and tells nothing. */
function easeOf(candidate: Candidate, { postings, notes }: Field): number {
  const isCommon = (wordStem: string) => (postings.get(wordStem)?.size ?? 0) * 2 > notes;
  const common = candidate.stems.filter(isCommon).length;
  return candidate.ease * commonWordWorth ** common;
}

/** Notes whose text has all its words, with 0.3–0.8 by how often the rarest of them stands there. */
function speakersOf(candidate: Candidate, { postings }: Field): [string, number][] {
  const lists = candidate.stems.map((wordStem) => postings.get(wordStem) ?? new Map<string, number>());
  const [rarest, ...others] = lists.sort((a, b) => a.size - b.size);
  const found: [string, number][] = [];
  for (const [id, first] of rarest ?? []) {
    const least = others.reduce((lowest, list) => Math.min(lowest, list.get(id) ?? 0), first);
    if (least > 0) found.push([id, Math.min(0.8, 0.2 + least / 8)]);
  }
  return found;
}

function usersOf(candidates: readonly Candidate[]): Field['users'] {
  const users = new Map<string, Set<string>>();
  for (const { text, users: own } of candidates) {
    const known = users.get(nameKey(text)) ?? new Set();
    for (const id of own) known.add(id);
    users.set(nameKey(text), known);
  }
  return users;
}

function frequenciesOf(vaults: Iterable<string | null>, { terms, vaultOf }: Naming): Frequencies {
  const frequencies = new Map(Array.from(vaults, (vault) => [vault, new Int32Array(terms.size)] as const));
  for (const [id, { terms: own }] of terms.counts) {
    const counts = frequencies.get(vaultOf(id));
    if (counts) for (const term of own) counts[term] = (counts[term] ?? 0) + 1;
  }
  return frequencies;
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
  return byStem;
}
