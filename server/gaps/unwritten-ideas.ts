import { z } from 'zod';
import type { Gap } from '../../graph-schema/views/gap.ts';
import { stemsOf } from '../../models/words/stem.ts';
import type { FieldGraph } from '../field/field-graph.ts';
import { groupBy } from '../field/group-by.ts';
import type { Graph } from '../graph/graph.ts';
import { Place, quoteOf } from './gap-quotes.ts';
import { readRecurring, readTaken, readTellings } from './gaps.cypher.ts';
import { bare } from './make-gaps.ts';

const Recurring = z.object({ id: z.string(), name: z.string(), names: z.array(z.string()), notes: z.int() });
const Telling = Place.extend({ conceptId: z.string(), start: z.int(), end: z.int() });

/** An idea is a name by then, not a word that came up. */
const fewestNotes = 3;
const quotes = 3;

/** Ideas that recur in three notes and more and have none of their own; the most told first. */
export async function unwrittenIdeas(
  graph: Graph,
  field: FieldGraph,
  asked: { vaultId: string | undefined; limit: number },
): Promise<Gap[]> {
  const vaultId = asked.vaultId ?? null;
  return graph.read(async (tx) => {
    const recurring = z.array(Recurring).parse(await tx.run(readRecurring, { vaultId, fewest: fewestNotes }));
    if (recurring.length === 0) return [];
    const taken = new Set((await tx.run(readTaken)).map((row) => row['name']));
    // a title in another word form is a note, too
    const titles = new Set(field.scenes.map(({ title }) => stemsOf(title).join(' ')));
    const ideas = recurring
      .filter(
        ({ name, names }) => !names.some((one) => taken.has(one)) && !titles.has(stemsOf(name).join(' ')),
      )
      .slice(0, asked.limit);
    const told = { ids: ideas.map(({ id }) => id), vaultId, quotes };
    const tellings = z.array(Telling).parse(await tx.run(readTellings, told));
    const tellingsOf = groupBy(tellings, ({ conceptId }) => conceptId);
    return ideas.map(({ id, name, notes }) => ({
      ...bare('unwritten_idea', id, name),
      gap: notes,
      evidence: (tellingsOf.get(id) ?? []).map(({ start, end, ...place }) => quoteOf(place, start, end)),
    }));
  });
}
