import { z } from 'zod';
import type { Tx } from '../../graph/graph.ts';
import { readEvidencePlaces } from './decisions.cypher.ts';

const Place = z.object({ passageId: z.string(), sceneId: z.string(), start: z.int(), end: z.int() });

/** A proposal's quotes as a link keeps them: offsets into the passage's text, so that an edit above moves nothing. */
export async function relativeEvidence(tx: Tx, id: string): Promise<z.infer<typeof Place>[]> {
  return z.array(Place).parse(await tx.run(readEvidencePlaces, { id }));
}
