import { AppError } from '../../../graph-schema/app-error.ts';
import type { Models } from '../../../models/models.ts';

/** Id of the model that would judge: one of its own, else the one that writes. @throws AppError model_not_ready where there is neither */
export function judgingModel(models: Pick<Models, 'presence'> | null): string {
  const presence = models?.presence() ?? [];
  const found =
    presence.find(({ role }) => role === 'judge') ?? presence.find(({ role }) => role === 'write');
  if (found?.id == null) throw new AppError('model_not_ready', { values: { role: 'judge' } });
  return found.id;
}
