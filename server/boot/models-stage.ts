import type { ModelPresence, Models } from '../../models/models.ts';
import type { Stages } from './stages.ts';

/** The stage `models`: done when every role that is switched on can be used. */
export function bringUpModels(models: Models, stages: Stages, signal: AbortSignal): Promise<void> {
  return stages.run('models', async (tell) => {
    const stopListening = models.onChange(() => tell(fetchedBytes(models.presence())));
    try {
      const roles = models.presence().flatMap(({ role, id }) => (id === null ? [] : [role]));
      await Promise.all(roles.map((role) => models.ready(role, signal)));
    } finally {
      stopListening();
    }
  });
}

function fetchedBytes(presence: readonly ModelPresence[]): { bytes?: number; totalBytes?: number } {
  const fetching = presence.flatMap(({ state }) => (state.state === 'fetching' ? [state] : []));
  if (fetching.length === 0) return {};
  return {
    bytes: fetching.reduce((sum, { bytes }) => sum + bytes, 0),
    totalBytes: fetching.reduce((sum, { totalBytes }) => sum + totalBytes, 0),
  };
}
