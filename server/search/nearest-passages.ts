import { z } from 'zod';
import { AppError } from '../../graph-schema/app-error.ts';
import type { Models } from '../../models/models.ts';
import type { RankedList } from './fuse-ranks.ts';
import type { SearchDeps, SearchInput } from './search.ts';
import { findNearest } from './search.cypher.ts';

const Found = z.array(z.object({ id: z.string() }));
/** A person waits: with words found already, a busy model is not waited for longer. */
const patienceMs = 1500;

/** Passages by likeness of meaning; none in mode `fused` while no model answers. */
export async function nearestPassages(
  deps: SearchDeps,
  input: SearchInput,
  limit: number,
): Promise<RankedList[]> {
  if (input.text.trim() === '') return [];
  if (!isReady(deps.models)) {
    if (input.mode === 'vector') throw new AppError('model_not_ready', { values: { role: 'embed' } });
    return [];
  }
  try {
    const ask = {
      priority: 'person',
      ...(input.mode === 'fused' && { signal: AbortSignal.timeout(patienceMs) }),
    } as const;
    const { vectors, model } = await deps.models.embed([input.text], 'query', ask);
    const parameters = { limit, vector: vectors[0], model, vaultId: input.vaultId ?? null };
    const found = await deps.graph.read((tx) => tx.run(findNearest, parameters));
    return [{ ids: Found.parse(found).map(({ id }) => id), weight: 1 }];
  } catch (error) {
    if (input.mode === 'fused') return [];
    throw error;
  }
}

function isReady(models: Models): boolean {
  return models.presence().some(({ role, state }) => role === 'embed' && state.state === 'ready');
}
