import path from 'node:path';
import { contentStems } from '../../../models/words/stem.ts';
import type { Corpus } from '../signals/corpus.ts';
import type { KindInput } from './kind-input.ts';

/** A note that links so many of a folder lists what is in it. */
const fewestListed = 3;

/**
 * What is called for and not there, with the note that the call means, as indexes of things. A list names its items, and an item that goes by another name now is
 * named in vain: the note that no list names although it belongs there. Its title has a word of the call that no other title has; and it links the list, or its title says all of the call and the list
 * names others of its folder.
 */
export function unlistedNotes({
  corpus,
  things,
}: Pick<KindInput, 'corpus' | 'things'>): { a: number; b: number }[] {
  const placeOf = new Map(things.map(({ id }, at) => [id, at]));
  const titles = corpus.notes.map((note) => new Set(contentStems(note.title)));
  const titled = placesOf(titles);
  const isLeftOut = leftOut(corpus);
  return things.flatMap(({ kind, title, places }, a) => {
    if (kind !== 'missing') return [];
    const called = contentStems(title);
    const named = new Set(called.flatMap((stem) => only(titled.get(stem)) ?? []));
    const meant = [...named].filter((note) => {
      const isWhole = called.every((stem) => titles[note]?.has(stem) === true);
      return places.some(({ note: list }) => isLeftOut(note, list, { isWhole }));
    });
    const note = only(meant);
    const b = note === undefined ? undefined : placeOf.get(corpus.notes[note]?.id ?? '');
    return b === undefined ? [] : [{ a, b }];
  });
}

/** Whether a note belongs to what another one lists and is not in the list. */
function leftOut({ notes }: Corpus) {
  const links = notes.map((note) => new Set(note.links.map(({ target }) => target)));
  const folders = notes.map((note) => path.posix.dirname(note.path));
  return (note: number, list: number, { isWhole }: { isWhole: boolean }): boolean => {
    const listed = links[list] ?? new Set();
    if (note === list || listed.has(note)) return false;
    const siblings = [...listed].filter((other) => folders[other] === folders[note]).length;
    return links[note]?.has(list) === true || (isWhole && siblings >= fewestListed);
  };
}

function placesOf(titles: readonly ReadonlySet<string>[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, stems] of titles.entries())
    for (const stem of stems) {
      const own = places.get(stem);
      if (own === undefined) places.set(stem, [at]);
      else own.push(at);
    }
  return places;
}

function only(notes: readonly number[] = []): number | undefined {
  return notes.length === 1 ? notes[0] : undefined;
}
