import type { Models, Role } from '../../models/models.ts';

/** Loading takes some seconds; what is still being fetched is not waited for by somebody who wants an answer. */
const patienceMs = 30_000;

/** Id of the role's model as soon as it can be asked; null where there is none, or not in time. */
export async function readyModel(
  models: Pick<Models, 'presence' | 'ready'>,
  role: Role,
  signal: AbortSignal,
): Promise<string | null> {
  const presence = models.presence().find((each) => each.role === role);
  const state = presence?.state.state ?? 'none';
  if (state === 'none' || state === 'failed' || state === 'fetching') return null;
  if (state !== 'ready') {
    try {
      await models.ready(role, AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]));
    } catch {
      return null;
    }
  }
  return presence?.id ?? null;
}
