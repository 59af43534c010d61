import { buildPhrases } from '../../mentions/phrases.ts';
import { createRareWords, type Posting } from './rare-words.ts';
import { createTopList, type TopList } from './top-list.ts';

/** A note as candidates are looked for: its names and its words, by their stems. */
export interface IndexedNote {
  names: readonly (readonly string[])[];
  stems: readonly string[];
  folder: string;
}

/** For each note of a vault the few that it may want to link, without looking at all pairs. */
export interface CandidateIndex {
  size: number;
  /** About `most`, more for a note with many links (a list could list much more), without the note and what it links; the words are the note's as they are now. */
  candidates(source: number, stems: readonly string[], most: number): number[];
}

/** Words in more notes than this, or than a fiftieth of them, tell nothing apart and cost the time. */
const commonest = 1000;
const commonShare = 1 / 50;
/** Notes alike whose links are looked at. */
const mostVoters = 40;
/** A note is given as many places more as it has links, times this. */
const placesALink = 2;
/** Notes with more links say little of what goes with what, and cost the time. */
const crowded = 300;

/** Notes are added one after another, so that none needs to be kept; then the links of all are told: the targets of each. */
export interface CandidateIndexMaker {
  add(note: IndexedNote): void;
  finish(links: readonly (readonly number[])[]): CandidateIndex;
}

export function createCandidateIndex(): CandidateIndexMaker {
  const names: Names = [];
  const folders: string[] = [];
  const words = createRareWords();
  return {
    add(note) {
      const at = folders.push(note.folder) - 1;
      for (const stems of note.names) names.push({ stems, value: at });
      words.add([...note.names.flat(), ...note.stems]);
    },
    finish: (links) => {
      const mostNotes = Math.max(commonest, commonShare * links.length);
      return indexOf({ names, folders, postings: words.finish(mostNotes), links });
    },
  };
}

type Names = { stems: readonly string[]; value: number }[];

/**
 * Candidates are what the words name, what is most alike by rare words, what notes alike link, what lies two and three steps away over
 * links, what lies in the folders that it links into, and what everybody links. What is named comes first; the other ways share the places.
 */
function indexOf({
  names,
  folders,
  postings,
  links,
}: {
  names: Names;
  folders: readonly string[];
  postings: ReadonlyMap<string, Posting>;
  links: readonly (readonly number[])[];
}): CandidateIndex {
  const size = links.length;
  const members = byFolder(folders);
  const phrases = buildPhrases(names);
  const into = turned(links);
  const popular = Array.from(into.keys()).toSorted((a, b) => (into[b]?.length ?? 0) - (into[a]?.length ?? 0));
  const idf = (posting: Posting) => Math.log(1 + size / posting.notes.length);
  const around = (at: number) => [...(links[at] ?? []), ...(into[at] ?? [])];
  const [named, alike, votes, near] = Array.from({ length: 4 }, () => createTopList(size)) as [
    TopList,
    TopList,
    TopList,
    TopList,
  ];

  const addNamed = (stems: readonly string[]) => {
    for (const { value, from, to } of phrases.find(stems.map((stem) => ({ stem }))))
      named.add(value, to - from);
  };
  const addAlike = (stems: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
    for (const [stem, count] of counts) {
      const posting = postings.get(stem);
      if (posting === undefined) continue;
      const own = (1 + Math.log(count)) * idf(posting) ** 2;
      for (let at = 0; at < posting.notes.length; at += 1)
        alike.add(posting.notes[at] ?? 0, own * (posting.weights[at] ?? 0));
    }
  };
  const addVotes = (source: number) => {
    for (const { at, score } of alike.best(mostVoters, (other) => other !== source))
      for (const target of links[at] ?? []) votes.add(target, score);
  };
  /** Mass that spreads from the source over links either way, three steps. */
  const addNear = (source: number) => {
    let front = new Map([[source, 1]]);
    for (let step = 0; step < 3; step += 1) {
      const next = new Map<number, number>();
      for (const [at, mass] of front) {
        const others = around(at);
        if (at !== source && others.length > crowded) continue;
        for (const other of others) next.set(other, (next.get(other) ?? 0) + mass / others.length);
      }
      for (const [at, mass] of next) near.add(at, mass);
      front = next;
      if (front.size > 20 * crowded) break;
    }
  };

  /** Those of these notes, the one with most of them first. */
  const commonFolders = (linked: ReadonlySet<number>): string[] => {
    const counts = new Map<string, number>();
    for (const at of linked) counts.set(folders[at] ?? '', (counts.get(folders[at] ?? '') ?? 0) + 1);
    return [...counts].toSorted(([, a], [, b]) => b - a).map(([folder]) => folder);
  };

  return {
    size,
    candidates(source, stems, wanted) {
      const linked = new Set([source, ...(links[source] ?? [])]);
      const isFree = (at: number) => !linked.has(at);
      addNamed(stems);
      addAlike(stems);
      addVotes(source);
      addNear(source);
      const places = wanted + placesALink * linked.size;
      const best = (list: TopList) => list.best(places, isFree).map(({ at }) => at);
      const mates = commonFolders(linked).flatMap((folder) => members.get(folder) ?? []);
      const ways = [votes, near, alike].map(best);
      ways.push(popular.slice(0, places).filter(isFree), mates.slice(0, places + linked.size).filter(isFree));
      const taken = takeTurns(best(named), ways, places);
      for (const list of [named, alike, votes, near]) list.clear();
      return taken;
    },
  };
}

/** All that come first anyway, then the first of each list, the second of each, … */
function takeTurns(first: readonly number[], lists: readonly (readonly number[])[], most: number): number[] {
  const taken = new Set(first);
  const longest = Math.max(...lists.map(({ length }) => length));
  for (let place = 0; place < longest && taken.size < most; place += 1)
    for (const list of lists) {
      const at = list[place];
      if (at !== undefined && taken.size < most) taken.add(at);
    }
  return [...taken];
}

function turned(links: readonly (readonly number[])[]): number[][] {
  const into = links.map((): number[] => []);
  for (const [source, targets] of links.entries()) for (const target of targets) into[target]?.push(source);
  return into;
}

function byFolder(folders: readonly string[]): Map<string, number[]> {
  const members = new Map<string, number[]>();
  for (const [at, folder] of folders.entries()) {
    const own = members.get(folder) ?? [];
    own.push(at);
    members.set(folder, own);
  }
  return members;
}
