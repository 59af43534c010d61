import { z } from 'zod';
import type { ProposalDeps } from '../deps.ts';
import { pairKey } from '../pair-key.ts';
import { readFeatures } from '../learning/features.ts';
import { tasteOf } from '../learning/learn.ts';
import { readTaste } from '../learning/read-taste.ts';
import { orderQueue } from './order-queue.ts';
import { readWaiting, writeOrder } from './proposals.cypher.ts';

const Waiting = z.object({
  id: z.string(),
  source: z.string(),
  target: z.string(),
  toId: z.string(),
  regions: z.tuple([z.string().nullable(), z.string().nullable()]),
  score: z.number(),
  names: z.array(z.string()),
  zs: z.array(z.number()),
  rank: z.int(),
});

/**
 * Puts the links that wait in order anew: what the signals say, what decisions taught, the gap that each would close, and not many of one note or one pair
 * of regions in a row. Tells the page only where something moved.
 */
export async function reorderLinks(deps: Omit<ProposalDeps, 'models'>): Promise<void> {
  const { graph, events } = deps;
  const isChanged = await graph.write(async (tx) => {
    const waiting = z.array(Waiting).parse(await tx.run(readWaiting));
    if (waiting.length === 0) return false;
    const taste = await readTaste(deps);
    // reading the field is long: only where a gap is there to be weighed
    const widths = waiting.some(({ regions: [a, b] }) => a !== b) ? await deps.gapWidths?.() : undefined;
    const ordered = orderQueue(
      waiting.map(({ toId, score, names, zs, regions: [a, b], ...rest }) => {
        const features = readFeatures(names.map((name, at) => ({ name, z: zs[at] ?? 0 })));
        const regions = a === null || b === null ? null : ([a, b] as const);
        return {
          ...rest,
          regions,
          worth: score + tasteOf(taste, { features, target: toId }),
          gap: regions === null || a === b ? 0 : (widths?.get(pairKey(...regions)) ?? 0),
        };
      }),
    );
    await tx.run(writeOrder, {
      rows: ordered.map(({ id, order, worth }, at) => ({ id, order, worth, rank: at + 1 })),
    });
    return ordered.some(({ rank }, at) => rank !== at + 1);
  });
  if (isChanged) events?.publish({ type: 'proposals' });
}
