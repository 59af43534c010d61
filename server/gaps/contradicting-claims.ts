import { z } from 'zod';
import type { Gap } from '../../graph-schema/views/gap.ts';
import type { Graph } from '../graph/graph.ts';
import { Place, quoteOf } from './gap-quotes.ts';
import { readContradictions } from './gaps.cypher.ts';
import { bare } from './make-gaps.ts';

const Quoted = Place.extend({
  id: z.string(),
  proposalId: z.string().nullable(),
  between: z.string(),
  start: z.int(),
  end: z.int(),
});

/** Claims that cannot both be true: links that say so and stand, and proposals that wait, which the answer to one of them closes. */
export async function contradictingClaims(
  graph: Graph,
  asked: { vaultId: string | undefined; limit: number },
): Promise<Gap[]> {
  const rows = await graph.read((tx) =>
    tx.run(readContradictions, { vaultId: asked.vaultId ?? null, limit: asked.limit }),
  );
  const gaps = new Map<string, Gap>();
  for (const { id, proposalId, between, start, end, ...place } of z.array(Quoted).parse(rows)) {
    const gap = gaps.get(id) ?? { ...bare('contradiction', id, between), gap: 1 };
    if (proposalId !== null && gap.closes.length === 0)
      gap.closes.push({ proposalId, title: between, effect: 1 });
    gap.evidence.push(quoteOf(place, start, end));
    gaps.set(id, gap);
  }
  return [...gaps.values()];
}
