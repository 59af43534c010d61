import type { Models } from '../../models/models.ts';

/** The model that writes, if it can be used now: without one the templates stand in and nothing waits. */
export async function writeModel(models: Models): Promise<{ id: string; sha256: string } | null> {
  const presence = models.presence().find(({ role }) => role === 'write');
  return presence?.state.state === 'ready' ? models.identity('write') : null;
}
