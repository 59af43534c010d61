import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { stemsOf, wordsOf } from '../../../models/words/stem.ts';
import type { Graph } from '../../graph/graph.ts';
import { createStems } from '../signals/corpus.ts';
import { type CandidateIndex, createCandidateIndex, type IndexedNote } from './candidate-index.ts';
import { readLinksOf, readNotePage } from './focus.cypher.ts';

const Note = z.object({
  id: z.string(),
  title: z.string(),
  aliases: z.array(z.string()),
  path: z.string(),
  text: z.string(),
});
const Link = z.object({ from: z.string(), to: z.string() });
const page = 1000;

/** Candidates by the notes' ids. */
export interface FocusIndex {
  /** About `most` for each of these notes, together; the texts are theirs as they are now. */
  candidatesOf(notes: readonly { id: string; text: string }[], most: number): Set<string>;
}

/** Reads every note of a field or vault once, page by page, and keeps of it only what candidates are found by. */
export async function readCandidateIndex(
  graph: Graph,
  vaultId: string | null,
  signal?: AbortSignal,
): Promise<FocusIndex> {
  const stemOf = createStems();
  const stemsIn = (text: string) => wordsOf(text).map((word) => stemOf(word.text));
  const ids: string[] = [];
  const links: [string, string][] = [];
  const index = createCandidateIndex();
  for (let after = ''; ;) {
    const rows = await graph.read((tx) => tx.run(readNotePage, { vaultId, after, limit: page }));
    const notes = z.array(Note).parse(rows);
    for (const note of notes) {
      ids.push(note.id);
      index.add(indexed(note, stemsIn));
    }
    const own = { ids: notes.map(({ id }) => id) };
    const linked = await graph.read((tx) => tx.run(readLinksOf, own));
    for (const { from, to } of z.array(Link).parse(linked)) links.push([from, to]);
    await setImmediate();
    signal?.throwIfAborted();
    if (notes.length < page) break;
    after = notes.at(-1)?.id ?? '';
  }
  const at = new Map(ids.map((id, place) => [id, place]));
  return byId(ids, at, stemsIn, index.finish(linksBy(ids.length, links, at)));
}

function byId(
  ids: readonly string[],
  at: ReadonlyMap<string, number>,
  stemsIn: (text: string) => string[],
  index: CandidateIndex,
): FocusIndex {
  return {
    candidatesOf(notes, most) {
      const found = new Set<string>();
      for (const { id, text } of notes) {
        // a note that came since is found by its words alone
        const source = at.get(id) ?? -1;
        for (const place of index.candidates(source, stemsIn(text), most)) found.add(ids[place] ?? '');
      }
      return found;
    },
  };
}

function indexed(note: z.infer<typeof Note>, stemsIn: (text: string) => string[]): IndexedNote {
  const names = [note.title, ...note.aliases].map(stemsOf).filter((stems) => stems.length > 0);
  return { names, stems: stemsIn(note.text), folder: path.posix.dirname(note.path) };
}

function linksBy(
  size: number,
  links: readonly [string, string][],
  at: ReadonlyMap<string, number>,
): number[][] {
  const out = Array.from({ length: size }, (): number[] => []);
  for (const [from, to] of links) {
    const target = at.get(to);
    if (target !== undefined) out[at.get(from) ?? -1]?.push(target);
  }
  return out;
}
