import { wordsOf } from '../../models/words/stem.ts';
import { isFormOf } from '../../server/mentions/word-forms.ts';
import { findConcepts } from '../../server/proposals/kinds/find-concepts.ts';
import { findContradictions } from '../../server/proposals/kinds/find-contradictions.ts';
import { findMerges } from '../../server/proposals/kinds/find-merges.ts';
import { pairKey } from '../../server/gaps/gap-figures.ts';
import type { KindInput, NamedThing } from '../../server/proposals/kinds/kind-input.ts';
import { type CorpusNote, readWords } from '../../server/proposals/signals/corpus.ts';
import { digest } from '../../server/vault/ids.ts';
import type { LabelledConcept, LabelledContradiction, LabelledMerge, Place } from './labelled.ts';

export interface Judged {
  /** what the pair or the words are, to read where it is wrong */
  name: string;
  label: boolean;
  isFound: boolean;
}

/** The words at a place; null where the note has changed since it was labelled. */
function wordsAt({ corpus }: KindInput, { path, start, end, sha256 }: Place): string | null {
  const note = corpus.notes.find((each) => each.path === path.normalize('NFC'));
  return note === undefined || digest(note.text) !== sha256 ? null : note.text.slice(start, end);
}

export function judgeConcepts(input: KindInput, labelled: readonly LabelledConcept[]): Judged[] {
  const found = findConcepts(input, Infinity).map(({ name }) => wordsIn(name ?? ''));
  const isSame = (a: readonly string[], b: readonly string[]) =>
    a.length === b.length &&
    a.every((word, at) => isFormOf(word, b[at] ?? '') || isFormOf(b[at] ?? '', word));
  return labelled.flatMap(({ label, ...place }) => {
    const words = wordsAt(input, place);
    // what a link calls for is proposed as a missing scene, not as an idea
    const isTaken = input.taken.some((each) => isSame(wordsIn(each), wordsIn(words ?? '')));
    return words === null || isTaken
      ? []
      : [{ name: words, label, isFound: found.some((each) => isSame(each, wordsIn(words))) }];
  });
}

export function judgeMerges(input: KindInput, labelled: readonly LabelledMerge[]): Judged[] {
  const thingOf = ({ title, kind, path }: { title: string; kind: string; path?: string | undefined }) =>
    input.things.find(
      (thing) =>
        thing.kind === kind &&
        (path === undefined ? thing.title === title : thing.id === path.normalize('NFC')),
    )?.id;
  const pairs = (all: KindInput) =>
    new Set(findMerges(all, Infinity).map(({ from, to }) => pairKey(from, to)));
  const ofVault = pairs(input);
  const ofOurs = pairs(ownNames(labelled));
  return labelled.flatMap((each, at) => {
    if ('own' in each)
      return [
        { name: each.own.join(' = '), label: each.label, isFound: ofOurs.has(pairKey(`${at} 0`, `${at} 1`)) },
      ];
    const [a, b] = [thingOf(each.a), thingOf(each.b)];
    if (a === undefined || b === undefined) return [];
    return [
      { name: `${each.a.title} = ${each.b.title}`, label: each.label, isFound: ofVault.has(pairKey(a, b)) },
    ];
  });
}

/** Names of our own, as concepts of notes that tell them: each in a note of its own, or the second beside the first. */
function ownNames(labelled: readonly LabelledMerge[]): KindInput {
  const notes: CorpusNote[] = [];
  const things: NamedThing[] = [];
  const tell = (text: string, names: readonly { id: string; name: string }[]) => {
    const note = noteOf(`own ${notes.length}`, text);
    notes.push(note);
    for (const { id, name } of names) {
      const place = { note: notes.length - 1, at: text.indexOf(name) };
      const known = things.find((thing) => thing.id === id);
      if (known === undefined)
        things.push({ id, kind: 'concept', title: name, aliases: [], places: [place] });
      else things[things.indexOf(known)] = { ...known, places: [...known.places, place] };
    }
  };
  for (const [at, each] of labelled.entries()) {
    if (!('own' in each)) continue;
    const [one, two] = each.own.map((name, side) => ({ id: `${at} ${side}`, name }));
    if (one === undefined || two === undefined) continue;
    if (each.together) tell(`We write of ${two.name}, which some call ${one.name} for short.`, [two, one]);
    else tell(`There is something to say of ${one.name} here.`, [one]);
    tell(`And something else to say of ${two.name} there.`, [two]);
  }
  return { corpus: { notes }, taken: [], things, related: [] };
}

export function judgeContradictions(input: KindInput, labelled: readonly LabelledContradiction[]): Judged[] {
  const own = labelled.flatMap(({ b }, at) => ('text' in b ? [noteOf(`own ${at}`, b.text)] : []));
  const corpus = { notes: [...input.corpus.notes, ...own] };
  const found = findContradictions({ corpus }, Infinity);
  const quotes = new Set(found.map(({ quotes: [a, b] }) => pairKey(a?.text ?? '', b?.text ?? '')));
  return labelled.flatMap(({ a, b, label }) => {
    const [one, two] = [wordsAt(input, a), 'text' in b ? b.text : wordsAt(input, b)];
    if (one === null || two === null) return [];
    return [{ name: `${one} ≠ ${two}`, label, isFound: quotes.has(pairKey(one, two)) }];
  });
}

function noteOf(id: string, text: string): CorpusNote {
  const passages = [{ id, start: 0, end: text.length, text }];
  return { id, path: id, title: id, aliases: [], text, links: [], words: readWords(text, []), passages };
}

function wordsIn(text: string): string[] {
  return wordsOf(text).map((word) => word.text);
}
