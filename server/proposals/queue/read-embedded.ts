import { z } from 'zod';
import type { ProposeDeps } from '../deps.ts';
import { embeddedSignals } from '../signals/embedded.ts';
import type { NamedSignal } from '../signals/word-signals.ts';
import { countRootVectors } from './corpus.cypher.ts';
import type { KeptCorpus } from './keep-corpora.ts';

const Counted = z.object({ passages: z.int(), embedded: z.int() });
/** Below this share of passages with a vector the embedding signals would tell which notes were embedded, not which are alike. */
const enough = 0.9;

/** The embedding model's signals from the vectors that are stored; none while too few are, or while the model cannot embed the titles. */
export async function readEmbedded(
  { graph, models }: Pick<ProposeDeps, 'graph' | 'models'>,
  { corpus, vectors }: Pick<KeptCorpus, 'corpus' | 'vectors'>,
  vaultId: string | null,
  signal: AbortSignal | undefined,
): Promise<{ signals: readonly NamedSignal[]; models: string[] }> {
  const none = { signals: [], models: [] };
  const presence = (await models.presence()).find(({ role }) => role === 'embed');
  if (presence?.state.state !== 'ready') return none;
  const ask = { priority: 'person', purpose: 'titles', ...(signal && { signal }) } as const;
  // After a change of model those of both stand in the graph for a while, and they cannot be compared.
  const { model } = await models.embed(['passage'], 'passage', ask);
  const [counted] = await graph.read((tx) => tx.run(countRootVectors, { vaultId, model }));
  const { passages, embedded } = Counted.parse(counted);
  if (passages === 0 || embedded < enough * passages) return none;
  const embed = async (texts: readonly string[]) => (await models.embed(texts, 'passage', ask)).vectors;
  const read = await vectors.read(graph, corpus, { model, embed });
  return { signals: embeddedSignals((text) => read.get(text)), models: [model] };
}
