import { z } from 'zod';
import type { Gap } from '../../graph-schema/views/gap.ts';
import { stemsOf } from '../../models/words/stem.ts';
import type { FieldGraph } from '../field/field-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { Place, quoteOf } from './gap-quotes.ts';
import { readIdeas } from './gaps.cypher.ts';
import { bare } from './make-gaps.ts';

const Told = Place.extend({
  conceptId: z.string(),
  name: z.string(),
  notes: z.int(),
  passageStart: z.int().nullable(),
  text: z.string().nullable(),
  start: z.int().nullable(),
  end: z.int().nullable(),
});

/** An idea is a name by then, not a word that came up. */
const fewestNotes = 3;
const quotes = 3;

/** Ideas that recur in three notes and more and have none of their own; the most told first. */
export async function unwrittenIdeas(
  graph: Graph,
  field: FieldGraph,
  asked: { vaultId: string | undefined; limit: number },
): Promise<Gap[]> {
  const rows = await graph.read((tx) =>
    tx.run(readIdeas, { vaultId: asked.vaultId ?? null, fewest: fewestNotes, limit: asked.limit, quotes }),
  );
  const gaps = new Map<string, Gap>();
  for (const { conceptId, name, notes, text, passageStart, start, end, ...place } of z
    .array(Told)
    .parse(rows)) {
    const gap = gaps.get(conceptId) ?? { ...bare('unwritten_idea', conceptId, name), gap: notes };
    gaps.set(conceptId, gap);
    if (text !== null && passageStart !== null && start !== null && end !== null)
      gap.evidence.push(quoteOf({ ...place, passageStart, text }, start, end));
  }
  // a title in another word form is a note, too
  const titles = new Set(field.scenes.map(({ title }) => stemsOf(title).join(' ')));
  return [...gaps.values()].filter(({ title }) => !titles.has(stemsOf(title).join(' ')));
}
