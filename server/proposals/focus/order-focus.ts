import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { readLately, readLooked } from './focus.cypher.ts';

const Looked = z.object({
  id: z.string(),
  lookedAt: z.int().nullable(),
  degree: z.int(),
  regionId: z.string().nullable(),
});
type Looked = z.infer<typeof Looked>;
const Lately = z.object({ number: z.int(), touches: z.array(z.string()) });

/** So many changes back is lately; one that touches more than this is the reading of a vault, not an edit. */
const changes = 300;
const mostEdited = 500;
/** Of each region the best linked. */
const mainNotes = 3;

/**
 * Ids of a large vault's notes in the order in which their links are looked for: opened or edited since they were looked at, then the main notes of regions not
 * looked at yet, then the rest, region by region, those never looked at first. Whoever goes on later goes on there.
 */
export async function orderFocus(
  graph: Graph,
  { vaultId, seen }: { vaultId: string | null; seen: readonly string[] },
): Promise<string[]> {
  const { notes, lately } = await graph.read(async (tx) => ({
    notes: z.array(Looked).parse(await tx.run(readLooked, { vaultId })),
    lately: z.array(Lately).parse(await tx.run(readLately, { changes })),
  }));
  const changedAt = new Map<string, number>();
  for (const { number, touches } of lately)
    for (const id of touches.length > mostEdited ? [] : touches)
      changedAt.set(id, Math.max(number, changedAt.get(id) ?? 0));
  const isSeen = new Set(seen);
  const isNew = ({ id, lookedAt }: Looked) =>
    lookedAt === null ? isSeen.has(id) || changedAt.has(id) : (changedAt.get(id) ?? -1) > lookedAt;
  const isMain = mainOfRegions(notes);
  const turn = (note: Looked) =>
    isNew(note) ? 0 : note.lookedAt === null ? (isMain.has(note.id) ? 1 : 2) : 3;
  return notes
    .map((note) => ({ ...note, turn: turn(note), changedAt: changedAt.get(note.id) ?? 0 }))
    .toSorted(
      (a, b) =>
        a.turn - b.turn ||
        (a.turn === 0 ? b.changedAt - a.changedAt : 0) ||
        (a.lookedAt ?? 0) - (b.lookedAt ?? 0) ||
        (a.regionId ?? '').localeCompare(b.regionId ?? '') ||
        b.degree - a.degree,
    )
    .map(({ id }) => id);
}

function mainOfRegions(notes: readonly Looked[]): Set<string> {
  const byRegion = new Map<string, Looked[]>();
  for (const note of notes) {
    if (note.regionId === null) continue;
    byRegion.set(
      note.regionId,
      [...(byRegion.get(note.regionId) ?? []), note]
        .toSorted((a, b) => b.degree - a.degree)
        .slice(0, mainNotes),
    );
  }
  return new Set([...byRegion.values()].flatMap((own) => own.map(({ id }) => id)));
}
