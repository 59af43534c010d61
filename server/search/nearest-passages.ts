import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import type { Models } from '../../models/models.ts';
import type { RankedList } from './fuse-ranks.ts';
import type { SearchDeps, SearchInput } from './search.ts';
import { findNearest } from './search.cypher.ts';

const Found = z.array(z.object({ id: z.string() }));
/** A person waits: with words found already, a busy model is not waited for longer. */
const patienceMs = 1500;

/** By what likeness of meaning was found: all vectors in memory, the graph's own approximate index, or not at all. */
export type Meaning = 'exact' | 'index' | 'none';

export interface FoundByMeaning {
  lists: RankedList[];
  meaning: Meaning;
}

const nothing: FoundByMeaning = { lists: [], meaning: 'none' };

/** Passages by likeness of meaning; none in mode `fused` while no model answers. */
export async function nearestPassages(
  deps: SearchDeps,
  input: SearchInput,
  limit: number,
): Promise<FoundByMeaning> {
  if (input.text.trim() === '') return nothing;
  if (!isReady(deps.models)) {
    if (input.mode === 'vector') throw new AppError('model_not_ready', { values: { role: 'embed' } });
    return nothing;
  }
  try {
    const ask = {
      priority: 'person',
      purpose: 'question',
      ...(input.mode === 'fused' && { signal: AbortSignal.timeout(patienceMs) }),
    } as const;
    const { vectors, model } = await deps.models.embed([input.text], 'query', ask);
    const [vector = new Float32Array()] = vectors;
    const vaultId = input.vaultId ?? null;
    const exact = await deps.nearest?.nearest(model, { vector, k: limit, vaultId });
    if (exact) return { lists: [listOf(exact)], meaning: 'exact' };
    const found = await deps.graph.read((tx) => tx.run(findNearest, { limit, vector, model, vaultId }));
    return { lists: [listOf(Found.parse(found))], meaning: 'index' };
  } catch (error) {
    if (input.mode === 'fused') return nothing;
    throw error;
  }
}

function listOf(found: readonly { id: string }[]): RankedList {
  return { ids: found.map(({ id }) => id), weight: 1 };
}

function isReady(models: Models): boolean {
  return models.presence().some(({ role, state }) => role === 'embed' && state.state === 'ready');
}
