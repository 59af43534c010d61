import { z } from 'zod';
import { AppError, isAppError } from '../../graph-schema/app-error.ts';
import type { Models } from '../../models/models.ts';
import type { Graph } from '../graph/graph.ts';
import type { JobWork } from '../jobs/jobs.ts';
import type { Nearest } from './knn/open-nearest.ts';
import type { InSight } from './in-sight.ts';
import { fitVectorIndex } from './fit-vector-index.ts';
import {
  copyKnownVectors,
  countPassages,
  findUnembedded,
  findUnembeddedOf,
  readTextsByHash,
  writeVectors,
} from './vectors.cypher.ts';

interface EmbedDeps {
  graph: Graph;
  models: Models;
  /** hears each vector that is written */
  nearest?: Nearest;
  inSight?: InSight;
}

/** Small enough that a cancel or a person's question waits for little, large enough that a write is no cost. */
const batchSize = 16;
const Text = z.object({ hash: z.string(), text: z.string() });
type Text = z.infer<typeof Text>;
const Written = z.array(z.object({ id: z.string(), vaultId: z.string(), hash: z.string() }));

interface Vector {
  hash: string;
  vector: Float32Array;
}

/**
 * Vectors for every passage that has none of the current model, what a person has before them first, then the most linked notes, in the background. What is written stays
 * written: cancelled or killed, the next run goes on. One text is embedded once, wherever it stands.
 * Result: `{ model, embedded, copied, failed }` (passages; `failed`: texts that the model could not take).
 */
export function embedWork(deps: EmbedDeps): JobWork<{ vaultId?: string }> {
  return async (input, context) => {
    const vaultId = input.vaultId ?? null;
    stopIfAborted(context.signal);
    await deps.models.ready('embed', context.signal);
    // one short text tells which model answers and how long its vectors are
    const { model, dimensions } = await embed(deps.models, ['passage'], context.signal);
    await fitVectorIndex(deps.graph, dimensions);
    const [copies] = await deps.graph.write((tx) => tx.run(copyKnownVectors, { model }));
    const copied = z.int().parse(copies?.['copied'] ?? 0);
    if (copied > 0) deps.nearest?.fill(model);
    else deps.nearest?.keep(model);
    const failed = new Set<string>();
    const done = new Set<string>();
    const nextInSight = createNextInSight(deps, { model, vaultId, failed });
    let embedded = 0;
    for (;;) {
      const batches = await waitingBatches(deps.graph, { model, vaultId, failed });
      if (batches.length === 0) break;
      const waiting = [...batches];
      // once a round: in a large field counting takes longer than a batch
      const { passages, embedded: before } = await countEmbedded(deps.graph, { model, vaultId });
      const from = before - embedded;
      while (waiting.length > 0) {
        stopIfAborted(context.signal);
        context.report({ done: from + embedded, total: passages });
        // What came into sight meanwhile goes before what has waited.
        const seen = await nextInSight();
        const hashes = seen.length > 0 ? seen : (waiting.shift() ?? []).filter((hash) => !done.has(hash));
        if (hashes.length === 0) continue;
        for (const hash of hashes) done.add(hash);
        const vectors = await embedTexts(deps, hashes, { failed, signal: context.signal });
        if (vectors.length > 0) embedded += await write(deps, model, vectors);
      }
    }
    const all = await countEmbedded(deps.graph, { model, vaultId });
    context.report({ done: all.embedded, total: all.passages });
    return { model, embedded, copied, failed: failed.size };
  };
}

/** The next texts of what is in sight; asked of the graph again only while there are more, or when something else came into sight. */
function createNextInSight(
  { graph, inSight }: EmbedDeps,
  { model, vaultId, failed }: { model: string; vaultId: string | null; failed: ReadonlySet<string> },
): () => Promise<string[]> {
  let settled: readonly string[] | undefined;
  return async () => {
    const sceneIds = inSight?.list();
    if (sceneIds === undefined || sceneIds.length === 0 || sceneIds === settled) return [];
    const input = { sceneIds, model, vaultId, failed: [...failed], limit: batchSize };
    const rows = await graph.read((tx) => tx.run(findUnembeddedOf, input));
    if (rows.length < batchSize) settled = sceneIds;
    return rows.map((row) => z.string().parse(row['hash']));
  };
}

async function waitingBatches(
  graph: Graph,
  input: { model: string; vaultId: string | null; failed: ReadonlySet<string> },
): Promise<string[][]> {
  const { model, vaultId, failed } = input;
  const rows = await graph.read((tx) => tx.run(findUnembedded, { model, vaultId }));
  const hashes = [...new Set(rows.map((row) => z.string().parse(row['hash'])))].filter(
    (hash) => !failed.has(hash),
  );
  return Array.from({ length: Math.ceil(hashes.length / batchSize) }, (_, index) =>
    hashes.slice(index * batchSize, (index + 1) * batchSize),
  );
}

/** A batch that the model refuses is asked again one by one, so that one text does not keep the rest from their vectors. */
async function embedTexts(
  deps: EmbedDeps,
  hashes: readonly string[],
  state: { failed: Set<string>; signal: AbortSignal },
): Promise<Vector[]> {
  const texts = z.array(Text).parse(await deps.graph.read((tx) => tx.run(readTextsByHash, { hashes })));
  try {
    return await vectorsOf(deps.models, texts, state.signal);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'model_failed') throw error;
  }
  const found: Vector[] = [];
  for (const text of texts) {
    try {
      found.push(...(await vectorsOf(deps.models, [text], state.signal)));
    } catch (error) {
      if (!isAppError(error) || error.code !== 'model_failed') throw error;
      state.failed.add(text.hash);
    }
  }
  return found;
}

async function vectorsOf(models: Models, texts: readonly Text[], signal: AbortSignal) {
  const { vectors } = await embed(
    models,
    texts.map(({ text }) => text),
    signal,
  );
  return texts.flatMap(({ hash }, index) => {
    const vector = vectors[index];
    return vector ? [{ hash, vector }] : [];
  });
}

function embed(models: Models, texts: readonly string[], signal: AbortSignal) {
  return models.embed(texts, 'passage', { priority: 'background', purpose: 'passages', signal });
}

/** Gives back how many passages got a vector. */
async function write(deps: EmbedDeps, model: string, rows: readonly Vector[]): Promise<number> {
  const written = Written.parse(await deps.graph.write((tx) => tx.run(writeVectors, { model, rows })));
  const vectors = new Map(rows.map(({ hash, vector }) => [hash, vector]));
  deps.nearest?.put(
    model,
    written.flatMap(({ id, vaultId, hash }) => {
      const vector = vectors.get(hash);
      return vector ? [{ id, vaultId, vector }] : [];
    }),
  );
  return written.length;
}

async function countEmbedded(
  graph: Graph,
  input: { model: string; vaultId: string | null },
): Promise<{ passages: number; embedded: number }> {
  const [row] = await graph.read((tx) => tx.run(countPassages, input));
  return z.object({ passages: z.int(), embedded: z.int() }).parse(row);
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError('cancelled', { cause: signal.reason });
}
