import { z } from 'zod';
import type { Tx } from '../../graph/graph.ts';
import { readEvidencePlaces } from './decisions.cypher.ts';

const Place = z.object({
  side: z.enum(['from', 'to']),
  passageId: z.string(),
  sceneId: z.string(),
  rootId: z.string(),
  start: z.int(),
  end: z.int(),
});

export type Places = z.infer<typeof Place>[];

/** A proposal's quotes as a link keeps them: offsets into the passage's text, so that an edit above moves nothing. */
export async function relativeEvidence(tx: Tx, id: string): Promise<Places> {
  return z.array(Place).parse(await tx.run(readEvidencePlaces, { id }));
}

/** The three arrays that a link keeps its quotes in. */
export interface Quotes {
  evidencePassages: string[];
  evidenceStarts: number[];
  evidenceEnds: number[];
}

export function quotesOf(places: Places): Quotes {
  return {
    evidencePassages: places.map(({ passageId }) => passageId),
    evidenceStarts: places.map(({ start }) => start),
    evidenceEnds: places.map(({ end }) => end),
  };
}
