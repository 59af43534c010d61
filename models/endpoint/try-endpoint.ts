import { AppError } from '../../graph-schema/app-error.ts';
import type { Role } from '../models.ts';
import { createEndpointHost } from './endpoint-host.ts';
import type { Endpoint } from './endpoint.ts';
import { listModelsAt } from './list-models-at.ts';

export interface TriedEndpoint {
  /** the model that answered; null where the server names none */
  model: string | null;
  /** all that the server names */
  models: string[];
  /** of a vector; null for a model that writes */
  dimensions: number | null;
  seconds: number;
}

/** A person waits. */
const stallMs = 60_000;

/**
 * One question of the role's kind, with words of ours: nothing of anybody's notes is sent.
 * @throws AppError as `callEndpoint`, endpoint_nonsense
 */
export async function tryEndpoint(
  role: Role,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<TriedEndpoint> {
  const models = await listModelsAt(endpoint, signal);
  const model = endpoint.model ?? models[0] ?? null;
  const host = createEndpointHost({ endpoint: () => ({ ...endpoint, model }), stallMs });
  const began = performance.now();
  const outcome = await host.ask({ type: 'load', role, path: endpoint.address, prefixes: false }, signal);
  const seconds = (performance.now() - began) / 1000;
  if (outcome.type === 'failed') {
    throw new AppError(outcome.code, { values: { ...outcome.values, models } });
  }
  if (outcome.type !== 'done' || outcome.answer.type !== 'loaded') throw new AppError('cancelled');
  return { model, models, dimensions: role === 'embed' ? outcome.answer.dimensions : null, seconds };
}
