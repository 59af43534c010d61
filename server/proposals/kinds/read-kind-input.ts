import { z } from 'zod';
import type { Graph } from '../../graph/graph.ts';
import { loadCorpus } from '../queue/load-corpus.ts';
import type { KindInput } from './kind-input.ts';
import { readTaken } from './kinds.cypher.ts';

/** The field, or one vault of it, as the generators see it. */
export async function readKindInput(graph: Graph, vaultId: string | null): Promise<KindInput> {
  const corpus = await loadCorpus(graph, vaultId);
  const taken = z.array(z.object({ title: z.string() })).parse(await graph.read((tx) => tx.run(readTaken)));
  return { corpus, taken: taken.map(({ title }) => title) };
}
