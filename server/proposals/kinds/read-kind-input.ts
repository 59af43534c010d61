import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import type { Corpus } from '../signals/corpus.ts';
import type { KindInput, NamedThing } from './kind-input.ts';
import { readConceptThings, readMissingThings, readRelated, readTaken } from './kinds.cypher.ts';

const Thing = z.object({
  id: z.string(),
  title: z.string(),
  aliases: z.array(z.string()),
  places: z.array(z.object({ root: z.string(), passage: z.string().nullable(), start: z.int().nullable() })),
});

/** The field, or one vault of it, as the generators see it. `corpus`: its notes. */
export async function readKindInput(
  graph: Graph,
  vaultId: string | null,
  corpus: Corpus,
): Promise<KindInput> {
  const { taken, missing, concepts, related } = await graph.read(async (tx) => ({
    taken: z.array(z.object({ title: z.string() })).parse(await tx.run(readTaken)),
    missing: z.array(Thing).parse(await tx.run(readMissingThings, { vaultId })),
    related: z.array(z.object({ from: z.string(), to: z.string() })).parse(await tx.run(readRelated)),
    concepts: z.array(Thing).parse(await tx.run(readConceptThings, { vaultId })),
  }));
  const place = placer(corpus);
  const things: NamedThing[] = [
    ...notesAsThings(corpus),
    ...missing.map((thing) => ({ ...thing, kind: 'missing' as const, places: place(thing) })),
    ...concepts.map((thing) => ({ ...thing, kind: 'concept' as const, places: place(thing) })),
  ];
  return {
    corpus,
    taken: taken.map(({ title }) => title),
    things,
    related: related.map(({ from, to }) => [from, to] as const),
  };
}

/** Each note with the places that link it, one a note. */
export function notesAsThings({ notes }: Corpus): NamedThing[] {
  const places = notes.map((): { note: number; at: number }[] => []);
  for (const [at, note] of notes.entries()) {
    const seen = new Set<number>();
    for (const { target, start, end } of note.links) {
      if (target === at || seen.has(target) || end <= start) continue;
      seen.add(target);
      places[target]?.push({ note: at, at: start });
    }
  }
  return notes.map(({ id, title, aliases }, at) => ({
    id,
    kind: 'note',
    title,
    aliases,
    places: places[at] ?? [],
  }));
}

/** A place in a passage, or the first that is spelt so in the note where the thing has no words of its own (a heading). */
function placer({ notes }: Corpus) {
  const byId = new Map(notes.map((note, at) => [note.id, at]));
  return ({ title, places }: z.infer<typeof Thing>) => {
    const seen = new Set<number>();
    return places.flatMap(({ root, passage, start }) => {
      const at = byId.get(root) ?? -1;
      const note = notes[at];
      if (note === undefined || seen.has(at)) return [];
      const own = note.passages.find(({ id }) => id === passage);
      const offset = own === undefined ? note.text.indexOf(title) : own.start + (start ?? 0);
      if (offset < 0) return [];
      seen.add(at);
      return [{ note: at, at: offset }];
    });
  };
}
