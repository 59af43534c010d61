import { z } from 'zod';
import type { ProposalDeps } from '../deps.ts';
import type { Corpus } from '../signals/corpus.ts';
import { embeddedSignals } from '../signals/embedded.ts';
import type { NamedSignal } from '../signals/word-signals.ts';
import { countRootVectors, readRootVectors } from './corpus.cypher.ts';

const Counted = z.object({ passages: z.int(), embedded: z.int() });
const Vectors = z.array(z.object({ text: z.string(), vector: z.array(z.number()) }));
/** Below this share of passages with a vector the embedding signals would tell which notes were embedded, not which are alike. */
const enough = 0.9;

/** The embedding model's signals from the vectors that are stored; none while too few are, or while the model cannot embed the titles. */
export async function readEmbedded(
  { graph, models }: ProposalDeps,
  corpus: Corpus,
  vaultId: string | null,
  signal: AbortSignal | undefined,
): Promise<{ signals: readonly NamedSignal[]; models: string[] }> {
  const none = { signals: [], models: [] };
  const presence = models.presence().find(({ role }) => role === 'embed');
  if (presence?.state.state !== 'ready') return none;
  const ask = { priority: 'person', ...(signal && { signal }) } as const;
  // After a change of model those of both stand in the graph for a while, and they cannot be compared.
  const { model } = await models.embed(['passage'], 'passage', ask);
  const [counted] = await graph.read((tx) => tx.run(countRootVectors, { vaultId, model }));
  const { passages, embedded } = Counted.parse(counted);
  if (passages === 0 || embedded < enough * passages) return none;
  const rows = Vectors.parse(await graph.read((tx) => tx.run(readRootVectors, { vaultId, model })));
  const vectors = new Map<string, Float32Array>(
    rows.map(({ text, vector }) => [text, Float32Array.from(vector)]),
  );
  const titles = corpus.notes.map(({ title }) => title);
  const embedding = await models.embed(titles, 'passage', ask);
  for (const [at, title] of titles.entries()) {
    const vector = embedding.vectors[at];
    if (vector !== undefined) vectors.set(title, vector);
  }
  return { signals: embeddedSignals((text) => vectors.get(text)), models: [embedding.model] };
}
