import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../graph/graph.ts';
import { readMade } from './formula.cypher.ts';

const Made = z.array(z.object({ formula: z.string(), made: z.array(z.string()) }));

/** What a formula's value was made from, in a few signs: other ones when a word of what it names has changed, or the model. */
export async function digestOf(
  tx: Tx,
  { names, model }: { names: readonly string[]; model: string },
): Promise<string> {
  const made = Made.parse(await tx.run(readMade, { ids: names }));
  return createHash('sha256')
    .update(JSON.stringify([model, made]))
    .digest('hex')
    .slice(0, 20);
}
