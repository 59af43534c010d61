import { z } from 'zod';
import type { Gap } from '../../graph-schema/views/gap.ts';
import { degreeOf, type FieldGraph } from '../field/field-graph.ts';
import type { Graph } from '../graph/graph.ts';
import { Place, quoteOf } from './gap-quotes.ts';
import { readSingleSources } from './gaps.cypher.ts';
import { bare } from './make-gaps.ts';

const Claim = Place.extend({
  id: z.string(),
  between: z.string(),
  fromId: z.string(),
  toId: z.string(),
  start: z.int(),
  end: z.int(),
});

/**
 * Claims with one source: named relations (A leads to B, A requires B) that the words of one note alone support. By how much hangs on them: the links of both ends.
 * Plain links claim nothing.
 */
export async function singleSources(
  graph: Graph,
  field: FieldGraph,
  asked: { vaultId: string | undefined; limit: number },
): Promise<Gap[]> {
  const rows = await graph.read((tx) => tx.run(readSingleSources, { vaultId: asked.vaultId ?? null }));
  return z
    .array(Claim)
    .parse(rows)
    .map(({ id, between, fromId, toId, start, end, ...place }) => ({
      ...bare('single_source', id, between),
      sceneId: place.sceneId,
      gap: degreeOf(field, fromId) + degreeOf(field, toId),
      evidence: [quoteOf(place, start, end)],
    }))
    .sort((a, b) => b.gap - a.gap || (a.id < b.id ? -1 : 1))
    .slice(0, asked.limit);
}
