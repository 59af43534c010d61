import type { ModelIdentity, Models } from '../../models/models.ts';

/**
 * The model that writes, as soon as it can: weights that are being fetched or loaded are waited for. Null where there is none or it failed:
 * the templates stand in.
 */
export async function writeModel(models: Models, signal: AbortSignal): Promise<ModelIdentity | null> {
  const state = models.presence().find(({ role }) => role === 'write')?.state.state ?? 'none';
  if (state === 'none' || state === 'failed') return null;
  if (state !== 'ready') {
    try {
      await models.ready('write', signal);
    } catch {
      signal.throwIfAborted();
      return null;
    }
  }
  return models.identity('write');
}
